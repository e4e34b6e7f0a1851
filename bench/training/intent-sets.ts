/**
 * Reads sets of intents: a folder a set with `train.jsonl`, `valid.jsonl` and perhaps `test.jsonl`, `oos_train.jsonl`,
 * `oos_valid.jsonl`, `oos_test.jsonl`, lines of {id, text, label}. They are not part of the repository; `--data` says where they are.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type LabelledText, OUT_OF_SCOPE } from '../../libs/domain/classification/classifier.types';

export interface IntentSet {
  name: string;
  /** With the examples of what is out of scope. */
  train: LabelledText[];
  judged: LabelledText[];
  judgedOn: Part;
}

export type Part = 'test' | 'valid';

/** Judged on the test where there is one, unless only the validation is wanted. */
export function readIntentSets(folder: string, judge: Part): IntentSet[] {
  const root = path.join(folder, 'intents');
  return readdirSync(root)
    .sort()
    .map((name) => readIntentSet(path.join(root, name), name, judge));
}

function readIntentSet(folder: string, name: string, judge: Part): IntentSet {
  const judgedOn = existsSync(path.join(folder, `${judge}.jsonl`)) ? judge : 'valid';
  return {
    name,
    train: [...read(folder, 'train'), ...read(folder, 'oos_train')],
    judged: [...read(folder, judgedOn), ...read(folder, `oos_${judgedOn}`)],
    judgedOn,
  };
}

/** Empty when there is no such file. */
function read(folder: string, name: string): LabelledText[] {
  const file = path.join(folder, `${name}.jsonl`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => labelled(JSON.parse(line)));
}

function labelled({ text, label }: { text: unknown; label: unknown }): LabelledText {
  return { text: String(text), intent: String(label) };
}

export function isInScope({ intent }: LabelledText): boolean {
  return intent !== OUT_OF_SCOPE;
}

export function inScopeIntents(texts: readonly LabelledText[]): string[] {
  return [...new Set(texts.filter(isInScope).map(({ intent }) => intent))].sort();
}

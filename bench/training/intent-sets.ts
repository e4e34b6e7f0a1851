/**
 * Reads sets of intents: a folder a set with `train.jsonl`, `valid.jsonl` and perhaps `test.jsonl`, `oos_train.jsonl`,
 * `oos_valid.jsonl`, lines of {id, text, label}. They are not part of the repository; `--data` says where they are.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type LabelledText, OUT_OF_SCOPE } from '../../libs/domain/classification/classifier.types';

export interface IntentSet {
  name: string;
  train: LabelledText[];
  /** Of the test where there is one, else of the validation, each with what is out of scope. */
  judged: LabelledText[];
  judgedOn: 'test' | 'valid';
}

export function readIntentSets(folder: string): IntentSet[] {
  const root = path.join(folder, 'intents');
  return readdirSync(root)
    .sort()
    .map((name) => readIntentSet(path.join(root, name), name));
}

function readIntentSet(folder: string, name: string): IntentSet {
  const judgedOn = existsSync(path.join(folder, 'test.jsonl')) ? 'test' : 'valid';
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

import { intentNamed } from '../../datasets/examples';
import type { FileRow, RowValues } from '../file-row';
import { readRasaInThread } from './read-in-thread';

/** @param warn is told of what is passed over */
export async function* rasaRows(text: string, warn: (warning: string) => void): AsyncGenerator<FileRow> {
  const { intents, answers, warnings, problems } = await readRasaInThread(text);
  yield* problems;
  for (const warning of warnings) warn(warning);
  for (const { intent, texts, lines } of intents) {
    const said = saidOf(intent, answers.get(intent));
    for (const [at, input] of texts.entries()) yield { line: lines[at] ?? 1, values: { input, ...said } };
  }
}

/** An answer that is also what the intent is called was told alone, as the output that names the intent. */
function saidOf(intent: string, answer: string | undefined): RowValues {
  if (answer === undefined) return { intent };
  return intentNamed(answer) === intent ? { output: answer } : { intent, output: answer };
}

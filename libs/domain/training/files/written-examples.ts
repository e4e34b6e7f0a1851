/** Examples as lines of JSON or rows of a table, which an import reads back exactly. */
import { writtenCell } from '#infra/text-files';
import type { WrittenExample } from '../datasets/examples.queries';

export const CSV_HEAD = 'input,output,intent,metadata\r\n';

export function jsonLineOf(example: WrittenExample): string {
  const { input, output, metadata } = example;
  return `${JSON.stringify({ input, output, intent: saidIntent(example), metadata })}\n`;
}

export function csvLineOf(example: WrittenExample): string {
  const { input, output, metadata } = example;
  const cells = [input, output, saidIntent(example) ?? '', metadata === null ? '' : JSON.stringify(metadata)];
  return `${cells.map(writtenCell).join(',')}\r\n`;
}

/** Null where the output alone names it: said apart it would tell that the output is no answer. */
function saidIntent({ intent, isIntentGiven }: WrittenExample): string | null {
  return isIntentGiven ? intent : null;
}

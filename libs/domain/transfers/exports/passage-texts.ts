/** An upload's passages as the text of one or several items, with each heading above what stands below it. */
import { ITEM_LIMITS } from '#domain/documents';
import type { ExportedPassage } from './export.queries';

/** @param maxLength of one text; what is longer goes on in the next */
export async function* textsOf(
  passages: AsyncIterable<ExportedPassage>,
  maxLength: number = ITEM_LIMITS.contentLength,
): AsyncGenerator<string> {
  let text = '';
  let last: string | null = null;
  for await (const { section, body } of passages) {
    const heading = section === null ? '' : `# ${section.replaceAll(/\s+/g, ' ')}\n\n`;
    const next = section === last ? body : heading + body;
    if (text !== '' && text.length + next.length + 2 > maxLength) {
      yield text;
      text = heading + body;
    } else text += (text === '' ? '' : '\n\n') + next;
    last = section;
  }
  if (text.trim() !== '') yield text;
}

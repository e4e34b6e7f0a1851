/**
 * The pieces of a provider's answer, for libraries whose own client takes no fetch or passes over what it cannot read.
 *
 * Each throws SyntaxError when a piece is no JSON, and EventTooLarge.
 */
import { MAX_EVENT_BYTES } from '../call-limits';
import { EventStreamParser, EventTooLarge } from '../event-stream-parser';

/** Of Server-sent events. */
export async function* eventPieces<Piece>({ body }: Response): AsyncGenerator<Piece> {
  let data: string[] = [];
  const parser = new EventStreamParser((one) => data.push(one), MAX_EVENT_BYTES);
  for await (const bytes of body ?? []) {
    parser.push(Buffer.from(bytes));
    for (const one of data) yield JSON.parse(one) as Piece;
    data = [];
  }
  parser.end();
  for (const one of data) yield JSON.parse(one) as Piece;
}

/** Of one JSON object a line. */
export async function* linePieces<Piece>({ body }: Response): AsyncGenerator<Piece> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body ?? []) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_EVENT_BYTES) throw new EventTooLarge(MAX_EVENT_BYTES);
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as Piece;
  }
  if (rest.trim() !== '') yield JSON.parse(rest) as Piece;
}

/** In UTF-16 units: what is handed on at once. */
const CHUNK_CHARS = 65_536;

/** Lines, gathered into pieces that are worth sending. */
export async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_CHARS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Until a page is empty. @param keyOf what the next page begins behind */
export async function* rowsOfPages<Row, Key>(
  next: (after: Key) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
  first: Key,
): AsyncGenerator<Row> {
  for (let after = first; ; ) {
    const rows = await next(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = keyOf(last);
  }
}

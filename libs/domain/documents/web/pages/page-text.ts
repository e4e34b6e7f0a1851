/** Texts of the web come in the encoding that their header or their head names; what is stored is UTF-8. */

/** The head of an HTML page has to name it so early (HTML Living Standard, 13.2.3.2). */
const PRESCAN_BYTES = 1_024;
const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i;

/** The bytes themselves where there is nothing to be done: their own marks tell UTF-8 and UTF-16. */
export function asUtf8(bytes: Buffer, contentType: string, isHtml: boolean): Buffer {
  const declared = /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(contentType)?.[1];
  const name = declared ?? (isHtml ? META_CHARSET.exec(bytes.toString('latin1', 0, PRESCAN_BYTES))?.[1] : undefined);
  const decoder = name === undefined || hasMark(bytes) ? undefined : decoderOf(name);
  if (!decoder || decoder.encoding.startsWith('utf-')) return bytes;
  return Buffer.from(decoder.decode(bytes));
}

/** Undefined for names that nobody knows. */
function decoderOf(name: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    return undefined;
  }
}

function hasMark(bytes: Buffer): boolean {
  return /^(efbbbf|fffe|feff)/.test(bytes.toString('hex', 0, 3));
}

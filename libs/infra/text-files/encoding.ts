/** As `TextDecoder` calls them. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What is not UTF-8 and has no byte order mark comes from a spreadsheet under Windows. */
export function encodingOf(head: Uint8Array, isUtf8: boolean): TextEncoding {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

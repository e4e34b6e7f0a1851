/** The text of an answer, unpacked. One that is longer than it may be is cut, and its connection closed. */
export async function readBody(response: Response, maxBytes: number): Promise<{ text: string; isCut: boolean }> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  if (response.body !== null) {
    // Leaving the loop cancels the rest.
    for await (const part of response.body as AsyncIterable<Uint8Array>) {
      parts.push(part);
      bytes += part.byteLength;
      if (bytes > maxBytes) break;
    }
  }
  return { text: Buffer.concat(parts).toString('utf8', 0, maxBytes), isCut: bytes > maxBytes };
}

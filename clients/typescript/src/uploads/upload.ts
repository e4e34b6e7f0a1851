/** What can be sent as a file. */

/** `AsyncIterable` is what streams of Node are; they are sent as they come, without being held in memory. */
export type UploadContent =
  | Blob
  | ArrayBuffer
  | Uint8Array
  | string
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>;

/** A `File` has a name of its own; everything else is given one, by which its kind is known. */
export type Upload = File | { name: string; content: UploadContent; type?: string };

/** What a `Blob` is made of; its name is not the same everywhere. */
export type BlobPiece = NonNullable<ConstructorParameters<typeof Blob>[0]>[number];

/** There is no global `File` in Node 18, so its class is not asked. */
function isFile(value: object): value is File {
  return value instanceof Blob && 'name' in value;
}

export function contentOf(upload: Upload): UploadContent {
  return isFile(upload) ? upload : upload.content;
}

/** Undefined for what can be read only once. */
export function blobOf(upload: Upload): Blob | undefined {
  const content = contentOf(upload);
  if (content instanceof Blob && !upload.type) return content;
  if (
    typeof content === 'string' ||
    content instanceof Blob ||
    content instanceof ArrayBuffer ||
    content instanceof Uint8Array
  )
    return new Blob([content as BlobPiece], { type: upload.type ?? '' });
  return undefined;
}

/** The pieces of a stream as bytes. */
export async function* piecesOf(content: UploadContent): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  for await (const piece of iterated(content as ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>))
    yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}

/** Browsers came to iterate streams late. */
async function* iterated(
  stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Uint8Array | string, void, undefined> {
  if (!('getReader' in stream)) return yield* stream;
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

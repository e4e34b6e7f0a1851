/** Forms (`multipart/form-data`, RFC 7578) with files. */
import { randomId } from '../http/random-id';
import type { MadeBody, RequestBody } from '../http/transport';
import { type BlobPiece, blobOf, contentOf, piecesOf, type Upload } from './upload';

/** In all forms of the server the file has this name. */
const FILE = 'file';

type Fields = Readonly<Record<string, unknown>>;

/** Whether there is a file, so that a form is needed. */
export function holdsUpload(value: unknown): boolean {
  return typeof value === 'object' && value !== null && FILE in value && value[FILE] !== undefined;
}

/** Lists are repeated fields, objects are JSON; what is absent is left out. */
export function formBody({ [FILE]: file, ...fields }: Fields): RequestBody {
  const texts = textsOf(fields);
  const blob = blobOf(file as Upload);
  if (blob) return { make: () => ({ body: dataOf(texts, file as Upload, blob) }) };
  return { isOnce: true, make: () => (canStreamRequests() ? streamed : collected)(texts, file as Upload) };
}

/** Browsers do so over HTTP/2 only, if at all. */
function canStreamRequests(): boolean {
  return !('document' in globalThis || 'WorkerGlobalScope' in globalThis);
}

type Text = [name: string, value: string];

function textsOf(fields: Fields): Text[] {
  return Object.entries(fields).flatMap(([name, value]): Text[] => {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.map((one) => [name, textOf(one)]);
    return [[name, textOf(value)]];
  });
}

/** Texts first, so that the server knows all about a file when it comes. */
function dataOf(texts: readonly Text[], file: Upload, blob: Blob): FormData {
  const form = new FormData();
  for (const [name, value] of texts) form.append(name, value);
  form.append(FILE, blob, file.name);
  return form;
}

async function collected(texts: readonly Text[], file: Upload): Promise<MadeBody> {
  const pieces: BlobPiece[] = [];
  for await (const piece of piecesOf(contentOf(file))) pieces.push(piece as BlobPiece);
  return { body: dataOf(texts, file, new Blob(pieces, { type: file.type ?? '' })) };
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function streamed(texts: readonly Text[], file: Upload): MadeBody {
  const boundary = `parley-${randomId()}`;
  const pieces = multipart(texts, file, boundary);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return();
    },
  });
  return { body, contentType: `multipart/form-data; boundary=${boundary}`, isStream: true };
}

async function* multipart(
  texts: readonly Text[],
  file: Upload,
  boundary: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  const part = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`;
  for (const [name, value] of texts) yield encoder.encode(`${part(name)}\r\n\r\n${value}\r\n`);
  const type = file.type || 'application/octet-stream';
  yield encoder.encode(`${part(FILE)}; filename="${escaped(file.name)}"\r\nContent-Type: ${type}\r\n\r\n`);
  yield* piecesOf(contentOf(file));
  yield encoder.encode(`\r\n--${boundary}--\r\n`);
}

/** As browsers write names (HTML Standard, "multipart/form-data encoding algorithm"). */
function escaped(name: string): string {
  return name.replace(/\r\n?|\n/g, '%0D%0A').replace(/"/g, '%22');
}

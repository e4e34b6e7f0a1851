/** Forms (`multipart/form-data`, RFC 7578) with files. */
import { randomId } from '../http/random-id';
import type { MadeBody, RequestBody } from '../http/transport';
import { type BlobPiece, blobOf, contentOf, isUpload, piecesOf, type Upload } from './upload';

type Fields = Readonly<Record<string, unknown>>;

/** Whether some field is a file, so that a form is needed. */
export function holdsUpload(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some(isUpload);
}

/** Lists are repeated fields, objects are JSON; what is absent is left out. */
export function formBody(fields: Fields): RequestBody {
  const files = Object.values(fields).filter(isUpload);
  if (files.every((file) => blobOf(file) !== undefined)) return { make: () => ({ body: dataOf(fields) }) };
  return { isOnce: true, make: () => (canStreamRequests() ? streamed(fields) : collected(fields)) };
}

/** Browsers do so over HTTP/2 only, if at all. */
function canStreamRequests(): boolean {
  return !('document' in globalThis || 'WorkerGlobalScope' in globalThis);
}

async function collected(fields: Fields): Promise<MadeBody> {
  const whole: Record<string, unknown> = { ...fields };
  for (const [name, value] of Object.entries(fields)) {
    if (!isUpload(value) || blobOf(value)) continue;
    const pieces: BlobPiece[] = [];
    for await (const piece of piecesOf(contentOf(value))) pieces.push(piece as BlobPiece);
    whole[name] = { ...value, content: new Blob(pieces, { type: value.type ?? '' }) };
  }
  return { body: dataOf(whole) };
}

function dataOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of entriesOf(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, blobOf(value) as Blob, value.name);
  }
  return form;
}

/** Texts first, so that the server knows all about a file when it comes. */
function entriesOf(fields: Fields): Array<[string, string | Upload]> {
  const entries = Object.entries(fields).flatMap(([name, value]): Array<[string, string | Upload]> => {
    if (value === undefined || value === null) return [];
    if (isUpload(value)) return [[name, value]];
    if (Array.isArray(value)) return value.map((one) => [name, textOf(one)]);
    return [[name, textOf(value)]];
  });
  return entries.sort(([, one], [, other]) => Number(typeof one !== 'string') - Number(typeof other !== 'string'));
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function streamed(fields: Fields): MadeBody {
  const boundary = `parley-${randomId()}`;
  const pieces = multipart(fields, boundary);
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

async function* multipart(fields: Fields, boundary: string): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  for (const [name, value] of entriesOf(fields)) {
    const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`;
    if (typeof value === 'string') {
      yield encoder.encode(`${disposition}\r\n\r\n${value}\r\n`);
      continue;
    }
    const type = value.type || 'application/octet-stream';
    yield encoder.encode(`${disposition}; filename="${escaped(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`);
    yield* piecesOf(blobOf(value)?.stream() ?? contentOf(value));
    yield encoder.encode('\r\n');
  }
  yield encoder.encode(`--${boundary}--\r\n`);
}

/** As browsers write names (HTML Standard, "multipart/form-data encoding algorithm"). */
function escaped(name: string): string {
  return name.replace(/\r\n?|\n/g, '%0D%0A').replace(/"/g, '%22');
}

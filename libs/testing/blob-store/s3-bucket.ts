/** What a bucket does with what it is asked, in memory. */
import { createHash, randomUUID } from 'node:crypto';
import { element, type S3Answer, type S3Operation, S3Refusal, type S3Request, textsOf, XML, xml } from './s3-protocol';

export interface S3Object {
  content: Buffer;
  mediaType: string;
}

interface Upload {
  key: string;
  mediaType: string;
  parts: Map<number, Buffer>;
}

/** S3 says so when nobody says anything. */
const DEFAULT_MEDIA_TYPE = 'binary/octet-stream';
const MIN_PART_BYTES = 5 * 1024 * 1024;
const MAX_KEYS = 1_000;
const RANGE = /^bytes=(\d+)-(\d*)$/;

export class S3Bucket {
  readonly objects = new Map<string, S3Object>();
  /** Multipart uploads that are neither completed nor aborted, by their id. */
  readonly uploads = new Map<string, Upload>();
  /** Keys that DeleteObjects and DeleteObject refuse to delete. */
  readonly locked = new Set<string>();
  /** Keys of one page of a listing, at most. */
  pageSize = MAX_KEYS;

  constructor(readonly name: string) {}

  /** @throws S3Refusal */
  answer(operation: S3Operation, request: S3Request): S3Answer {
    return this.actions[operation](request);
  }

  private readonly actions: Record<S3Operation, (request: S3Request) => S3Answer> = {
    HeadBucket: () => ({ status: 200 }),
    PutObject: (request) => this.putObject(request),
    GetObject: ({ key, headers }) => this.getObject(key, headers.range),
    HeadObject: ({ key }) => ({ ...this.getObject(key), status: 200 }),
    DeleteObject: ({ key }) => this.deleteObject(key),
    DeleteObjects: (request) => this.deleteObjects(request),
    ListObjectsV2: ({ query }) => this.list(query),
    CreateMultipartUpload: ({ key, headers }) => this.createUpload(key, headers['content-type']),
    UploadPart: (request) => this.putPart(request),
    CompleteMultipartUpload: (request) => this.complete(request),
    AbortMultipartUpload: ({ query }) => {
      this.uploadOf(query);
      this.uploads.delete(query.get('uploadId') as string);
      return { status: 204 };
    },
  };

  private putObject({ key, body, headers }: S3Request): S3Answer {
    this.objects.set(key, { content: body, mediaType: headers['content-type'] ?? DEFAULT_MEDIA_TYPE });
    return { status: 200, headers: { etag: etagOf(body) } };
  }

  private getObject(key: string, range?: string): S3Answer {
    const object = this.objects.get(key);
    if (object === undefined) throw new S3Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
    const { content, mediaType } = object;
    const headers = { 'content-type': mediaType, etag: etagOf(content), 'accept-ranges': 'bytes' };
    const [, first, last] = RANGE.exec(range ?? '') ?? [];
    if (first === undefined) return { status: 200, headers, body: content };
    const start = Number(first);
    const end = Math.min(last ? Number(last) : content.length - 1, content.length - 1);
    if (start >= content.length) throw new S3Refusal(416, 'InvalidRange', 'The requested range is not satisfiable.');
    const contentRange = `bytes ${start}-${end}/${content.length}`;
    return {
      status: 206,
      headers: { ...headers, 'content-range': contentRange },
      body: content.subarray(start, end + 1),
    };
  }

  private deleteObject(key: string): S3Answer {
    if (this.locked.has(key)) throw new S3Refusal(403, 'AccessDenied', 'Access Denied.');
    this.objects.delete(key);
    return { status: 204 };
  }

  private deleteObjects({ body, headers }: S3Request): S3Answer {
    const md5 = createHash('md5').update(body).digest('base64');
    if (headers['content-md5'] === undefined) throw new S3Refusal(400, 'InvalidRequest', 'Missing Content-MD5.');
    if (headers['content-md5'] !== md5) throw new S3Refusal(400, 'BadDigest', 'The Content-MD5 is wrong.');
    const keys = textsOf(body.toString('utf8'), 'Key');
    if (keys.length === 0 || keys.length > MAX_KEYS) throw new S3Refusal(400, 'MalformedXML');
    const refused = keys.filter((key) => this.locked.has(key));
    for (const key of keys) if (!this.locked.has(key)) this.objects.delete(key);
    const errors = refused.map((key) => `<Error>${element('Key', key)}${element('Code', 'AccessDenied')}</Error>`);
    return { status: 200, headers: XML, body: xml('DeleteResult', errors.join('')) };
  }

  private list(query: URLSearchParams): S3Answer {
    const prefix = query.get('prefix') ?? '';
    const after = Buffer.from(query.get('continuation-token') ?? '', 'base64').toString('utf8');
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, Math.min(this.pageSize, Number(query.get('max-keys') ?? MAX_KEYS)));
    const isTruncated = page.length < keys.length;
    const contents = page.map(
      (key) => `<Contents>${element('Key', key)}${element('Size', this.sizeOf(key))}</Contents>`,
    );
    const next = isTruncated ? element('NextContinuationToken', Buffer.from(page.at(-1) ?? '').toString('base64')) : '';
    const head = element('Name', this.name) + element('Prefix', prefix) + element('KeyCount', page.length);
    const body = xml('ListBucketResult', head + element('IsTruncated', isTruncated) + next + contents.join(''));
    return { status: 200, headers: XML, body };
  }

  private createUpload(key: string, mediaType = DEFAULT_MEDIA_TYPE): S3Answer {
    const id = randomUUID();
    this.uploads.set(id, { key, mediaType, parts: new Map() });
    const names = element('Bucket', this.name) + element('Key', key) + element('UploadId', id);
    return { status: 200, headers: XML, body: xml('InitiateMultipartUploadResult', names) };
  }

  private putPart({ query, body }: S3Request): S3Answer {
    this.uploadOf(query).parts.set(Number(query.get('partNumber')), body);
    return { status: 200, headers: { etag: etagOf(body) } };
  }

  private complete({ query, body }: S3Request): S3Answer {
    const { key, mediaType, parts } = this.uploadOf(query);
    const document = body.toString('utf8');
    const etags = textsOf(document, 'ETag');
    const numbers = textsOf(document, 'PartNumber').map(Number);
    const inOrder = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
    if (!inOrder) throw new S3Refusal(400, 'InvalidPartOrder');
    const contents = numbers.map((number, index) => {
      const part = parts.get(number);
      if (part === undefined || etagOf(part) !== etags[index]) throw new S3Refusal(400, 'InvalidPart');
      if (part.length < MIN_PART_BYTES && index < numbers.length - 1) throw new S3Refusal(400, 'EntityTooSmall');
      return part;
    });
    this.objects.set(key, { content: Buffer.concat(contents), mediaType });
    this.uploads.delete(query.get('uploadId') as string);
    const names = element('Bucket', this.name) + element('Key', key) + element('ETag', etagOf(body));
    return { status: 200, headers: XML, body: xml('CompleteMultipartUploadResult', names) };
  }

  private uploadOf(query: URLSearchParams): Upload {
    const upload = this.uploads.get(query.get('uploadId') ?? '');
    if (upload === undefined) throw new S3Refusal(404, 'NoSuchUpload', 'The upload does not exist.');
    return upload;
  }

  private sizeOf(key: string): number {
    return this.objects.get(key)?.content.length ?? 0;
  }
}

function etagOf(content: Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}

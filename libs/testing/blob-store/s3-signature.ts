/** The check of a signature of version 4 (Amazon S3 API reference, "Authenticating Requests: Using the Authorization Header"). */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { S3Refusal, type S3Request } from './s3-protocol';

export interface S3Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** @throws S3Refusal as the server would word it */
export function checkSignature(request: S3Request, { accessKeyId, secretAccessKey }: S3Credentials): void {
  const [, keyId, day = '', region = '', names = '', signature = ''] =
    AUTHORIZATION.exec(request.headers.authorization ?? '') ?? [];
  if (keyId === undefined) throw new S3Refusal(403, 'AccessDenied', 'Access Denied.');
  if (keyId !== accessKeyId) throw new S3Refusal(403, 'InvalidAccessKeyId', 'The access key does not exist.');
  const scope = `${day}/${region}/s3/aws4_request`;
  const signed = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'],
    scope,
    sha256(canonicalRequest(request, names.split(';'))),
  ].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const isRight = timingSafeEqual(hmac(key, signed), Buffer.from(signature, 'hex'));
  if (!isRight) throw new S3Refusal(403, 'SignatureDoesNotMatch', 'The signature does not match.');
  checkContent(request);
}

/** The hash of the content is signed, so that nobody can exchange the content. */
function checkContent({ headers, body }: S3Request): void {
  const claimed = headers['x-amz-content-sha256'];
  if (claimed === 'UNSIGNED-PAYLOAD') return;
  if (claimed !== sha256(body)) throw new S3Refusal(400, 'XAmzContentSHA256Mismatch', 'The content has another hash.');
}

function canonicalRequest({ method, path, query, headers }: S3Request, names: readonly string[]): string {
  const pairs = [...query].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort();
  const lines = names.map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  return [method, path, pairs.join('&'), lines.join(''), names.join(';'), headers['x-amz-content-sha256']].join('\n');
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

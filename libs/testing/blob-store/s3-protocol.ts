/** The words of the S3 REST API (Amazon S3 API reference, 2006-03-01), as much of them as stores of blobs use. */
import type { IncomingHttpHeaders } from 'node:http';

export type S3Operation =
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'DeleteObjects'
  | 'ListObjectsV2'
  | 'HeadBucket'
  | 'CreateMultipartUpload'
  | 'UploadPart'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload';

export interface S3Request {
  operation: S3Operation | undefined;
  method: string;
  /** As sent, with its escapes. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  bucket: string;
  key: string;
  body: Buffer;
}

export interface S3Answer {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/** A refusal in the server's words; thrown by whoever finds the fault. */
export class S3Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message = `${code}.`,
  ) {
    super(message);
  }
}

/** Answers to HEAD carry no body, so that 404 is all that they tell. */
export function refusalAnswer({ status, code, message }: S3Refusal): S3Answer {
  const body = xml('Error', element('Code', code) + element('Message', message) + element('RequestId', 'test'));
  return { status, headers: XML, body };
}

export const XML = { 'content-type': 'application/xml' };

export function xml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${root}>`;
}

export function element(name: string, text: string | number | boolean): string {
  const escaped = String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${name}>${escaped}</${name}>`;
}

/** The texts of all elements of a name, in order. What clients send here has no nested ones of the same name. */
export function textsOf(document: string, name: string): string[] {
  return [...document.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}

export function operationOf(method: string, key: string, query: URLSearchParams): S3Operation | undefined {
  const isObject = key !== '';
  switch (method) {
    case 'PUT':
      return isObject ? (query.has('partNumber') ? 'UploadPart' : 'PutObject') : undefined;
    case 'GET':
      return isObject ? 'GetObject' : query.get('list-type') === '2' ? 'ListObjectsV2' : undefined;
    case 'HEAD':
      return isObject ? 'HeadObject' : 'HeadBucket';
    case 'DELETE':
      return isObject ? (query.has('uploadId') ? 'AbortMultipartUpload' : 'DeleteObject') : undefined;
    case 'POST':
      if (!isObject) return query.has('delete') ? 'DeleteObjects' : undefined;
      return query.has('uploads') ? 'CreateMultipartUpload' : 'CompleteMultipartUpload';
    default:
      return undefined;
  }
}

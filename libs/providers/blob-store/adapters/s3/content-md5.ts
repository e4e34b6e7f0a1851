import { createHash } from 'node:crypto';
import type { S3 } from '@aws-sdk/client-s3';

interface WireRequest {
  headers: Record<string, string>;
  body: string | Uint8Array;
}

const VENDORS_CHECKSUM = /^x-amz-(checksum|sdk-checksum)-/i;

/**
 * DeleteObjects wants a checksum of its body. The vendor's library sends a CRC32, which servers of this protocol refuse when
 * they are older than 2024 or other than Amazon's; Content-MD5 is taken by all (as the library's MD5_FALLBACK.md advises).
 */
export function addContentMd5(client: S3): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === 'DeleteObjectsCommand') replaceChecksum((args as { request: WireRequest }).request);
        return next(args);
      },
    { step: 'build', priority: 'low', name: 'parleyContentMd5' },
  );
}

function replaceChecksum({ headers, body }: WireRequest): void {
  for (const name of Object.keys(headers).filter((header) => VENDORS_CHECKSUM.test(header))) delete headers[name];
  headers['content-md5'] = createHash('md5').update(body).digest('base64');
}

import { crc32 } from 'node:zlib';

/** CRC-32 (ISO 3309), as in gzip. A millisecond for some megabytes. */
export function checksum(bytes: Uint8Array): number {
  return crc32(bytes);
}

import type { LlmImage } from './llm.contract';

/** An image inside a request (RFC 2397): no vendor fetches it from anywhere. */
export function dataUrlOf({ mediaType, bytes }: LlmImage): string {
  return `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}

/** One pixel each. */
export const IMAGES = {
  png: ofBase64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  gif: ofBase64('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
  webp: ofBase64('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='),
  /** Only its beginning, which is what tells it. */
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
} as const;

function ofBase64(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(text, 'base64');
}

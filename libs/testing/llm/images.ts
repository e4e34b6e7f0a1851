/** Images as vendors take them, and what they refuse about them. */

const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const DATA_URL = /^data:([^;,]+);base64,(.*)$/s;

export function isImage(mediaType: unknown, data: unknown): boolean {
  return IMAGE_TYPES.includes(String(mediaType)) && isBase64(data);
}

export function isBase64(data: unknown): boolean {
  return typeof data === 'string' && data !== '' && BASE64.test(data);
}

/** This server fetches nothing, so that images must be in the request. */
export function isImageUrl(url: unknown): boolean {
  const [, mediaType, data] = typeof url === 'string' ? (DATA_URL.exec(url) ?? []) : [];
  return isImage(mediaType, data);
}

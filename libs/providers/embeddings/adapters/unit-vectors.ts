/** Reads vectors as providers give them, checks them, and makes each of length 1. */

/** Floats, or base64 of 32-bit little-endian ones as OpenAI packs them. Undefined when it is neither. */
export function vectorIn(embedding: unknown): Float32Array | undefined {
  if (typeof embedding === 'string') return unpacked(embedding);
  if (!Array.isArray(embedding) || !embedding.every((value) => typeof value === 'number')) return undefined;
  return Float32Array.from(embedding as number[]);
}

const BYTES = Float32Array.BYTES_PER_ELEMENT;

function unpacked(base64: string): Float32Array | undefined {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length % BYTES !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const vector = new Float32Array(bytes.length / BYTES);
  for (let at = 0; at < vector.length; at++) vector[at] = view.getFloat32(at * BYTES, true);
  return vector;
}

/** Undefined for a vector that has no direction: of zeros, or with a number that is none. */
export function unitVector(vector: Float32Array): Float32Array | undefined {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length > 0 && Number.isFinite(length) ? vector.map((value) => value / length) : undefined;
}

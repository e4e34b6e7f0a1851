/** A longer array that begins with the numbers of another; the rest is 0. */
export function enlarged(full: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(full);
  return larger;
}

/** Receivers commonly take a megabyte at most; what is larger is shortened rather than lost. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Of a text in a body that was too large. */
const SHORTENED_LENGTH = 10_000;

export interface BodyContent {
  /** Of the delivery. */
  id: string;
  event: string;
  timestamp: Date;
  data: object;
}

/**
 * What is sent: `{"id","event","timestamp","data"}`. When it would be too large, the long texts of `data` are cut and named in
 * `data.truncated`.
 */
export function deliveryBody({ id, event, timestamp, data }: BodyContent): string {
  const write = (content: object) => JSON.stringify({ id, event, timestamp: timestamp.toISOString(), data: content });
  const body = write(data);
  return Buffer.byteLength(body) <= MAX_BODY_BYTES ? body : write(shortened(data));
}

function shortened(data: object): object {
  const truncated: string[] = [];
  const fields = Object.entries(data).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (text === undefined || text.length <= SHORTENED_LENGTH) return [name, value];
    truncated.push(name);
    // A pair of surrogates is not torn apart.
    return [name, typeof value === 'string' ? value.slice(0, SHORTENED_LENGTH).toWellFormed() : null];
  });
  return { ...Object.fromEntries(fields), truncated };
}

import type { SignedCall } from './platform-stub';

/** A call as it reaches a transport. */
export function inboundRequest({ headers, body }: SignedCall, receivedAt = new Date()) {
  return { headers, rawBody: Buffer.from(body), body: jsonOf(body), receivedAt, query: {} };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

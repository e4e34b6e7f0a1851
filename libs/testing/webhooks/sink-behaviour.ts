/** How a receiver of webhooks behaves, well and badly, as a test tells it to. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export type SinkBehaviour =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  /** The given status for the first requests, 200 for all after them. */
  | { kind: 'failing'; times: number; status?: number }
  /** Takes the request and never answers. */
  | { kind: 'hanging' }
  | { kind: 'slow'; delayMs: number; status?: number }
  /** Answers, and sends a body that does not end until the client hangs up. */
  | { kind: 'endless'; status?: number }
  /** Resets the connection instead of an answer. */
  | { kind: 'reset' }
  | { kind: 'redirect'; to: string; status?: number };

const ENDLESS_PART = 'and so on '.repeat(1_000);

/** @param earlier requests to the same path before this one, since the behaviour was set */
export function behave(
  behaviour: SinkBehaviour,
  earlier: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  switch (behaviour.kind) {
    case 'status':
      response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body ?? '');
      return;
    case 'failing':
      response.writeHead(earlier < behaviour.times ? (behaviour.status ?? 500) : 200).end();
      return;
    case 'hanging':
      return;
    case 'slow':
      setTimeout(() => response.writeHead(behaviour.status ?? 200).end(), behaviour.delayMs);
      return;
    case 'endless':
      response.writeHead(behaviour.status ?? 200, { 'content-type': 'text/plain' });
      writeOnAndOn(response);
      return;
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'redirect':
      response.writeHead(behaviour.status ?? 302, { location: behaviour.to }).end();
  }
}

/** As fast as the client reads, so that nothing piles up here. */
function writeOnAndOn(response: ServerResponse): void {
  while (!response.destroyed && response.write(ENDLESS_PART));
  if (!response.destroyed) response.once('drain', () => writeOnAndOn(response));
}

/** A service that plugins of kind `http` are called at: it checks signatures as our documents say, and can be as bad as services are. */

import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';

export interface ReceivedCall {
  hook: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  /** By the secret that the service has; undefined when it has none. */
  isSigned: boolean | undefined;
}

export interface HttpServiceBehaviour {
  /** The JSON of the answer to a call; undefined: an empty answer. */
  answer?: (call: ReceivedCall) => unknown;
  /** Accepts calls and never answers. */
  hangs?: boolean;
  /** Sends the head of an answer and nothing more. */
  stalls?: boolean;
  /** Answers with so many bytes. */
  floodsBytes?: number;
  status?: number;
  /** Instead of JSON. */
  text?: string;
}

export class TestHttpService {
  readonly calls: ReceivedCall[] = [];
  behaviour: HttpServiceBehaviour = {};
  secret: string | undefined;
  /** Bytes of floods that the network has taken. */
  floodedBytes = 0;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  static async start(behaviour: HttpServiceBehaviour = {}): Promise<TestHttpService> {
    const started = new TestHttpService();
    started.behaviour = behaviour;
    await new Promise<void>((resolve) => started.server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/plugin`;
  }

  get hooks(): string[] {
    return this.calls.map(({ hook }) => hook);
  }

  reset(behaviour: HttpServiceBehaviour = {}): void {
    this.behaviour = behaviour;
    this.calls.length = 0;
    this.floodedBytes = 0;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readText(request);
    const body = JSON.parse(text) as Record<string, unknown>;
    const { headers } = request;
    const isSigned = this.secret === undefined ? undefined : isSignedWith(this.secret, headers, text);
    const call = { hook: String(body.hook), headers, body, isSigned };
    this.calls.push(call);
    const { answer, hangs, stalls, floodsBytes, status = 200, text: words } = this.behaviour;
    if (hangs) return;
    response.writeHead(status, { 'Content-Type': 'application/json', ...(status === 307 ? { Location: '/' } : {}) });
    if (stalls) return void response.write('{"text": "');
    if (floodsBytes !== undefined) return this.flood(response, floodsBytes);
    const told = words ?? JSON.stringify(answer?.(call));
    response.end(told);
  }

  /** As fast as it is taken. */
  private async flood(response: ServerResponse, bytes: number): Promise<void> {
    const piece = Buffer.alloc(16_384, 'x');
    const closed = once(response, 'close');
    response.write('{"text": "');
    for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
      this.floodedBytes += piece.length;
      if (!response.write(piece)) await Promise.race([once(response, 'drain'), closed]);
    }
    response.end('"}');
  }
}

/** `X-Webhook-Signature`, and the signature of Standard Webhooks, which holds the time too. */
function isSignedWith(secret: string, headers: IncomingHttpHeaders, text: string): boolean {
  const plain = `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
  const standard = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  const isListed = String(headers['webhook-signature'])
    .split(' ')
    .some((signature) => isSame(signature, standard));
  return isSame(String(headers['x-webhook-signature']), plain) && isListed;
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

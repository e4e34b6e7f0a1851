/**
 * A receiver of webhooks for tests: an HTTP server that remembers every request to the byte and behaves, path by path, as
 * it is told to. A path that it was told nothing about answers 200.
 */
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '../eventually';
import { behave, type SinkBehaviour } from './sink-behaviour';

export interface ReceivedDelivery {
  /** When its body had come, by the clock. */
  atMs: number;
  method: string;
  path: string;
  /** Headers that came twice are joined. */
  headers: Record<string, string>;
  /** To the byte. */
  body: string;
}

/** What a body says. */
export interface ReceivedEvent {
  id: string;
  event: string;
  timestamp: string;
  // biome-ignore lint/suspicious/noExplicitAny: `data` is whatever was sent; tests assert its shape.
  data: any;
}

const GOOD: SinkBehaviour = { kind: 'status', status: 200 };

export class WebhookSink {
  /** Oldest first. */
  readonly deliveries: ReceivedDelivery[] = [];
  private readonly behaviours = new Map<string, { behaviour: SinkBehaviour; requests: number }>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebhookSink> {
    // A client that streams or hangs is part of the test, not of the server's defence.
    const server = createServer({ keepAlive: true, requestTimeout: 0 });
    const sink = new WebhookSink(server);
    server.on('request', (request, response) => void sink.take(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return sink;
  }

  /** @param host a name that leads to 127.0.0.1 */
  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** From now on requests to the path are answered so. Gives the URL of the path. */
  behave(path: string, behaviour: SinkBehaviour): string {
    this.behaviours.set(path, { behaviour, requests: 0 });
    return this.url(path);
  }

  /** All that came to the path, oldest first. */
  at(path: string): ReceivedDelivery[] {
    return this.deliveries.filter((delivery) => delivery.path === path);
  }

  /** The bodies that came to the path, oldest first. */
  eventsAt(path: string): ReceivedEvent[] {
    return this.at(path).map(({ body }) => JSON.parse(body));
  }

  /** Every request of one delivery. */
  received(id: string): ReceivedDelivery[] {
    return this.deliveries.filter(({ headers }) => headers['webhook-id'] === id);
  }

  /** Ids of the deliveries that came to the path, each once. */
  idsAt(path: string): Set<string> {
    return new Set(this.at(path).map(({ headers }) => headers['webhook-id'] ?? ''));
  }

  /** Waits until so many requests have come to the path, and gives them. */
  untilCount(path: string, count: number, limitMs?: number): Promise<ReceivedDelivery[]> {
    return eventually(() => {
      const found = this.at(path);
      if (found.length < count) throw new Error(`${found.length} of ${count} requests came to ${path}.`);
      return found;
    }, limitMs);
  }

  /** Waits for the first event at the path of which `isWanted` holds. */
  untilEvent(path: string, isWanted: (event: ReceivedEvent) => boolean, limitMs?: number): Promise<ReceivedEvent> {
    return eventually(() => {
      const events = this.eventsAt(path);
      const found = events.find(isWanted);
      if (!found) throw new Error(`Not among what came to ${path}: ${JSON.stringify(events)}`);
      return found;
    }, limitMs);
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.on('error', () => response.destroy());
    const body = await textOf(request).catch(() => undefined);
    if (body === undefined) return;
    const { method = '', url: path = '', headers } = request;
    this.deliveries.push({ atMs: Date.now(), method, path, headers: joined(headers), body });
    const told = this.behaviours.get(path);
    behave(told?.behaviour ?? GOOD, told ? told.requests++ : 0, request, response);
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

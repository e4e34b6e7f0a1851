/**
 * A load balancer as stands before several api processes: takes turns, passes streams through as they come, and sends a
 * request elsewhere when a process takes no connections. It never sends a request twice that a process may have seen.
 */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class Balancer {
  private next = 0;

  private constructor(
    private readonly server: Server,
    private upstreams: readonly string[],
  ) {}

  /** @param upstreams addresses, `http://host:port` */
  static async start(upstreams: readonly string[]): Promise<Balancer> {
    const server = createServer({ keepAlive: true });
    const balancer = new Balancer(server, upstreams);
    server.on('request', (incoming, outgoing) => balancer.pass(incoming, outgoing, balancer.upstreams.length));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return balancer;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on requests go to these. */
  use(upstreams: readonly string[]): void {
    this.upstreams = upstreams;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => {
      this.server.close(resolve);
    });
    this.server.closeAllConnections();
    await closed;
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse, tries: number): void {
    const upstream = this.upstreams[this.next++ % this.upstreams.length]!;
    const { method, url, headers } = incoming;
    const forwarded = { ...headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '', connection: 'close' };
    const onward = request(`${upstream}${url}`, { method, headers: forwarded, agent: false });
    onward.on('response', (answer) => {
      const { connection: _, 'keep-alive': __, ...rest } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, rest);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && tries > 1) this.pass(incoming, outgoing, tries - 1);
      else if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end();
    });
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) onward.destroy();
    });
    // Until the connection stands nothing of the body is taken, so that it is whole for the next.
    onward.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => incoming.pipe(onward));
      else incoming.pipe(onward);
    });
  }
}

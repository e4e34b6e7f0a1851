import net from 'node:net';
import { eventually } from '#testing';
import { Installation, loginAsAdmin, WireClient } from '#testing/parley';

/** A connection on which a request can be sent piece by piece. */
class Connection {
  received = '';
  isClosed = false;

  private constructor(private readonly socket: net.Socket) {
    socket.setEncoding('utf8').on('data', (text: string) => {
      this.received += text;
    });
    socket.on('close', () => {
      this.isClosed = true;
    });
    socket.on('error', () => undefined);
  }

  static async open(baseUrl: string): Promise<Connection> {
    const { hostname, port } = new URL(baseUrl);
    const socket = net.connect(Number(port), hostname);
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    return new Connection(socket);
  }

  close(): void {
    this.socket.destroy();
  }

  send(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.socket.write(text, () => resolve());
    });
  }
}

const refused = async (baseUrl: string) => {
  try {
    (await Connection.open(baseUrl)).close();
    return false;
  } catch {
    return true;
  }
};

describe('a server that is asked to stop', () => {
  let parley: Installation;

  /** No balancer in between: connections are looked at. */
  const startWithGrace = async (graceMs: number) => {
    parley = await Installation.start({ SHUTDOWN_GRACE_MS: String(graceMs) }, undefined, { apis: 1 });
  };

  afterEach(() => parley.remove());

  test('finishes the requests it has begun, closes their connections, and takes no new ones', async () => {
    await startWithGrace(60_000);
    const admin = await loginAsAdmin(new WireClient(parley.baseUrl));
    expect((await admin.get('/api/v1/chatbots')).status).toBe(200);
    const body = JSON.stringify({ username: 'admin', password: 'correct horse battery' });
    const begun = await Connection.open(parley.baseUrl);
    await begun.send(
      `POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    const probe = await Connection.open(parley.baseUrl);
    await probe.send('GET /api/v1/health HTTP/1.1\r\n');
    // What is answered now was read after what was sent before: the server knows of both requests.
    expect((await admin.get('/api/v1/chatbots')).status).toBe(200);
    const exit = parley.stop();
    await eventually(() => refused(parley.baseUrl));
    await probe.send('Host: x\r\n\r\n');
    await begun.send(body);
    await eventually(() => begun.isClosed && probe.isClosed);
    expect(begun.received).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(begun.received).toMatch(/\r\nconnection: close\r\n/i);
    expect(begun.received).toContain('accessToken');
    expect(probe.received).toMatch(/^HTTP\/1\.1 503 /);
    await exit;
  });

  test('cuts off what takes longer than SHUTDOWN_GRACE_MS, and ends by itself', async () => {
    await startWithGrace(3_000);
    const endless = await Connection.open(parley.baseUrl);
    await endless.send('POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
    await endless.send('Content-Length: 100\r\n\r\n{');
    const startedMs = performance.now();
    // Whoever does not end by itself is killed, and has no exit code.
    expect(await parley.stop()).toBe(0);
    expect(performance.now() - startedMs).toBeGreaterThan(2_500);
  });
});

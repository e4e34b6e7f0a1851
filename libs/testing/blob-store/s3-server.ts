/**
 * A server of the S3 REST API for tests: one bucket in memory, reached by path or by host name, which checks signatures,
 * fails as it is told to, and remembers what it was asked. It refuses what simple servers of this protocol refuse, too:
 * content in signed chunks.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { S3Bucket } from './s3-bucket';
import { operationOf, refusalAnswer, type S3Answer, type S3Operation, S3Refusal, type S3Request } from './s3-protocol';
import { checkSignature, type S3Credentials } from './s3-signature';

export type S3Fault =
  /** Refused; the request changes nothing. */
  | { status: number; code: string }
  /** As CompleteMultipartUpload may fail: the head has been sent before the server knows. */
  | { errorWithin200: string }
  /** The connection is closed in the middle of the answer. */
  | 'cut-off'
  /** Silence in the middle of the answer. */
  | 'stall-in-body'
  /** Silence instead of an answer; the request changes nothing. */
  | 'stall'
  /** The connection is reset once the request has taken effect. */
  | 'reset-after';

interface Trouble {
  operation: S3Operation;
  fault: S3Fault;
  timesLeft: number;
}

export class S3Server {
  readonly requests: S3Request[] = [];
  readonly bucket: S3Bucket;
  readonly credentials: S3Credentials = { accessKeyId: 'test-access-key', secretAccessKey: 'test-secret-key' };
  /** Of bodies, from requests that are still coming in, too. */
  bytesReceived = 0;
  /** Connections that were made, closed ones included. */
  connections = 0;
  private troubles: Trouble[] = [];
  private held: { operation: S3Operation; waiting: Array<() => void> } | undefined;

  private constructor(
    private readonly server: Server,
    bucketName: string,
  ) {
    this.bucket = new S3Bucket(bucketName);
    server.on('connection', () => {
      this.connections += 1;
    });
    server.on('request', (request, response) => void this.serve(request, response));
  }

  /** On a free port of this machine. */
  static async start(bucketName = 'test-bucket'): Promise<S3Server> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new S3Server(server, bucketName);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  fail(operation: S3Operation, fault: S3Fault, times = Number.POSITIVE_INFINITY): this {
    this.troubles.push({ operation, fault, timesLeft: times });
    return this;
  }

  /** Requests of this operation are taken in, but not answered until `release`. */
  hold(operation: S3Operation): void {
    this.held = { operation, waiting: [] };
  }

  /** How many requests are held. */
  get waiting(): number {
    return this.held?.waiting.length ?? 0;
  }

  release(): void {
    const { waiting = [] } = this.held ?? {};
    this.held = undefined;
    for (const answer of waiting) answer();
  }

  count(operation: S3Operation): number {
    return this.requests.filter((request) => request.operation === operation).length;
  }

  /** Hangs up on everybody. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await this.read(incoming);
    // The client has gone in the middle of its request.
    if (request === undefined) return;
    this.requests.push(request);
    if (this.held !== undefined && this.held.operation === request.operation) {
      const { waiting } = this.held;
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (response.destroyed) return;
    }
    const fault = this.faultOf(request.operation);
    if (fault === 'stall') return;
    send(response, request, this.answer(request, fault), fault);
  }

  private async read(incoming: IncomingMessage): Promise<S3Request | undefined> {
    const pieces: Buffer[] = [];
    try {
      for await (const piece of incoming) {
        this.bytesReceived += (piece as Buffer).length;
        pieces.push(piece as Buffer);
      }
    } catch {
      return undefined;
    }
    const { method = '', url = '', headers } = incoming;
    const [path = '', search = ''] = url.split('?');
    const query = new URLSearchParams(search);
    const [bucket = '', key] = this.placeOf(headers.host ?? '', path);
    const operation = operationOf(method, key, query);
    return { operation, method, path, query, headers, bucket, key, body: Buffer.concat(pieces) };
  }

  private placeOf(host: string, path: string): [bucket: string, key: string] {
    const names = path.slice(1).split('/').map(decodeURIComponent);
    const { hostname } = new URL(`http://${host}`);
    if (isIP(hostname) === 0) return [hostname.split('.')[0] ?? '', names.join('/')];
    return [names[0] ?? '', names.slice(1).join('/')];
  }

  private faultOf(operation: S3Operation | undefined): S3Fault | undefined {
    const trouble = this.troubles.find((one) => one.operation === operation && one.timesLeft > 0);
    if (trouble === undefined) return undefined;
    trouble.timesLeft -= 1;
    return trouble.fault;
  }

  private answer(request: S3Request, fault: S3Fault | undefined): S3Answer {
    try {
      if (typeof fault === 'object' && 'status' in fault) throw new S3Refusal(fault.status, fault.code);
      if (typeof fault === 'object') return { ...refusalAnswer(new S3Refusal(500, fault.errorWithin200)), status: 200 };
      return this.rightAnswer(request);
    } catch (error) {
      if (error instanceof S3Refusal) return refusalAnswer(error);
      throw error;
    }
  }

  private rightAnswer(request: S3Request): S3Answer {
    const { operation, bucket, headers } = request;
    checkSignature(request, this.credentials);
    if (bucket !== this.bucket.name) throw new S3Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist.');
    if (operation === undefined || /aws-chunked/.test(headers['content-encoding'] ?? '')) {
      throw new S3Refusal(501, 'NotImplemented');
    }
    return this.bucket.answer(operation, request);
  }
}

function send(response: ServerResponse, { method }: S3Request, answer: S3Answer, fault: S3Fault | undefined): void {
  if (fault === 'reset-after') {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = Buffer.from(answer.body ?? '');
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  if (method === 'HEAD') response.end();
  else if (fault === 'cut-off') response.write(body.subarray(0, body.length / 2), () => response.socket?.destroySoon());
  else if (fault === 'stall-in-body') response.write(body.subarray(0, body.length / 2));
  else response.end(body);
}

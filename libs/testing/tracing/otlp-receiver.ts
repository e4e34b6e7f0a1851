import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedSpan {
  name: string;
  traceId: string;
  spanId: string;
  /** Absent on the first span of a trace. */
  parentSpanId?: string;
  /** `SpanKind` of OTLP: 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number;
  /** 2 is an error. */
  statusCode: number;
  attributes: Record<string, unknown>;
  serviceName: unknown;
}

interface OtlpAttribute {
  key: string;
  value: Record<string, unknown>;
}

interface OtlpSpan extends Omit<ReceivedSpan, 'attributes' | 'statusCode' | 'serviceName'> {
  attributes?: OtlpAttribute[];
  status?: { code?: number };
}

interface OtlpBody {
  resourceSpans: Array<{ resource: { attributes: OtlpAttribute[] }; scopeSpans: Array<{ spans: OtlpSpan[] }> }>;
}

/** A collector of OpenTelemetry traces (OTLP over HTTP, JSON) that keeps what it is sent. */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OtlpReceiver> {
    const server = createServer((request, response) => {
      void receiver.take(request).then(() => response.setHeader('content-type', 'application/json').end('{}'));
    });
    const receiver = new OtlpReceiver(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    // A test that fails before it stops the receiver does not hold the run.
    server.unref();
    return receiver;
  }

  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage): Promise<void> {
    const chunks = await Array.fromAsync<Buffer>(request);
    if (request.url !== '/v1/traces') return;
    const body = JSON.parse(Buffer.concat(chunks).toString()) as OtlpBody;
    for (const { resource, scopeSpans } of body.resourceSpans) {
      const serviceName = valuesOf(resource.attributes)['service.name'];
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) this.spans.push({ ...readSpan(span), serviceName });
    }
  }
}

function readSpan({ attributes = [], status, ...span }: OtlpSpan) {
  return { ...span, attributes: valuesOf(attributes), statusCode: status?.code ?? 0 };
}

function valuesOf(attributes: readonly OtlpAttribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

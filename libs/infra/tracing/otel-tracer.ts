/** Our spans on those of OpenTelemetry. Loaded by `start-tracing.ts` only. */
import {
  type Context,
  context,
  type Tracer as OtelApiTracer,
  type Span as OtelSpan,
  SpanKind as OtelSpanKind,
  ROOT_CONTEXT,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { AppError } from '#kernel';
import { NO_SPAN, type Span, type SpanAttributes, type SpanKind, type SpanOptions, type Tracer } from './span';

/** W3C Trace Context, section 3.2.2: version, trace id, parent id, flags. Zeros are no ids. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})/;

const KINDS: Record<SpanKind, OtelSpanKind> = {
  internal: OtelSpanKind.INTERNAL,
  server: OtelSpanKind.SERVER,
  client: OtelSpanKind.CLIENT,
  consumer: OtelSpanKind.CONSUMER,
};

export class OtelTracer implements Tracer {
  constructor(private readonly tracer: OtelApiTracer) {}

  start(name: string, attributes: SpanAttributes, { kind = 'internal', parent, onlyWithin }: SpanOptions): Span {
    const open = context.active();
    if (onlyWithin && trace.getSpan(open) === undefined) return NO_SPAN;
    const within = parent === undefined ? open : remoteContext(parent);
    const span = this.tracer.startSpan(name, { kind: KINDS[kind], attributes: { ...attributes } }, within);
    return new OpenTelemetrySpan(span, trace.setSpan(within, span));
  }

  current(): Span | undefined {
    const open = context.active();
    const span = trace.getSpan(open);
    return span && new OpenTelemetrySpan(span, open);
  }
}

class OpenTelemetrySpan implements Span {
  constructor(
    private readonly span: OtelSpan,
    private readonly context: Context,
  ) {}

  get traceId(): string {
    return this.span.spanContext().traceId;
  }

  get traceparent(): string {
    const { traceId, spanId, traceFlags } = this.span.spanContext();
    return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  }

  set(attributes: SpanAttributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) this.span.setAttribute(name, value);
    }
  }

  fail(error: unknown): void {
    this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.setAttribute('error.type', errorType(error));
  }

  end(): void {
    this.span.end();
  }

  run<T>(work: () => T): T {
    return context.with(this.context, work);
  }
}

/** A malformed header begins a new trace (W3C Trace Context, section 4.3). */
function remoteContext(traceparent: string): Context {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags ?? '00', 16) & TraceFlags.SAMPLED;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function errorType(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}

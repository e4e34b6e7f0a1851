/**
 * Spans, as the rest of Parley sees them. The SDK stands behind `start-tracing.ts` and is loaded only when traces are
 * configured; until then every span is `NO_SPAN` and costs a function call.
 */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Who is at the other end: `server` answers a call, `client` makes one, `consumer` runs what was queued. */
export type SpanKind = 'internal' | 'server' | 'client' | 'consumer';

export interface SpanOptions {
  kind?: SpanKind;
  /** A W3C `traceparent` from outside the process; else the span that is open in the async context. */
  parent?: string | undefined;
  /** Makes no span at all unless one is open: for what also happens all by itself, e.g. statements of a poll. */
  onlyWithin?: boolean;
}

export interface Span {
  /** 32 hexadecimal digits; undefined when no trace is made. */
  readonly traceId: string | undefined;
  /** W3C Trace Context, for whoever continues the trace elsewhere. */
  readonly traceparent: string | undefined;
  set(attributes: SpanAttributes): void;
  /** Marks it as failed, by the error's code or class, or by a word. Messages are not told: they carry words of users. */
  fail(error: unknown): void;
  end(): void;
  /** Runs `work`, and what it begins, with this span open. */
  run<T>(work: () => T): T;
}

export const NO_SPAN: Span = {
  traceId: undefined,
  traceparent: undefined,
  set: () => undefined,
  fail: () => undefined,
  end: () => undefined,
  run: (work) => work(),
};

/** What the SDK does for this room. */
export interface Tracer {
  start(name: string, attributes: SpanAttributes, options: SpanOptions): Span;
  current(): Span | undefined;
}

let tracer: Tracer | undefined;

/** Undefined makes no more traces. */
export function useTracer(made: Tracer | undefined): void {
  tracer = made;
}

export function isTracing(): boolean {
  return tracer !== undefined;
}

/** The caller ends it. */
export function startSpan(name: string, attributes: SpanAttributes = {}, options: SpanOptions = {}): Span {
  return tracer ? tracer.start(name, attributes, options) : NO_SPAN;
}

/** Runs `work` with a span open, which ends when its promise settles, as failed when it rejects. */
export async function withSpan<T>(
  name: string,
  attributes: SpanAttributes,
  work: (span: Span) => Promise<T>,
  options: SpanOptions = {},
): Promise<T> {
  if (!tracer) return work(NO_SPAN);
  const span = tracer.start(name, attributes, options);
  try {
    return await span.run(() => work(span));
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}

/** Of the span that is open in the async context, for whatever continues its trace elsewhere. */
export function currentTraceparent(): string | undefined {
  return tracer?.current()?.traceparent;
}

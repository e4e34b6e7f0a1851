export type { TracingSettings } from './sdk';
export {
  currentTraceparent,
  isTracing,
  NO_SPAN,
  type Span,
  type SpanAttributes,
  type SpanKind,
  type SpanOptions,
  startSpan,
  withSpan,
} from './span';
export { startTracing, stopTracing } from './start-tracing';
export * from './tracing.module';

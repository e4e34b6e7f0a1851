/** The SDK of OpenTelemetry as this product runs it. Loading this file costs a quarter of a second. */
import { Logger } from '@nestjs/common';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { SECOND_MS } from '#kernel';
import { OtelTracer } from './otel-tracer';
import { PatientExporter } from './patient-exporter';
import type { Tracer } from './span';

export interface TracingSettings {
  /** Of the collector; `/v1/traces` is added (OTLP 1.0, "OTLP/HTTP Request"). */
  endpoint: string;
  serviceName: string;
  /** 0 to 1, of traces whose caller has not decided. */
  sampleRatio: number;
}

const BATCH_EVERY_MS = 2 * SECOND_MS;
const EXPORT_TIMEOUT_MS = 5 * SECOND_MS;
/** Spans that wait for a collector; more are dropped. About 2 MB. */
const MAX_WAITING_SPANS = 4_096;

export interface StartedSdk {
  tracer: Tracer;
  /** Sends what waits. */
  stop(): Promise<void>;
}

export function startSdk({ endpoint, serviceName, sampleRatio }: TracingSettings): StartedSdk {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: EXPORT_TIMEOUT_MS });
  const processor = new BatchSpanProcessor(new PatientExporter(exporter, new Logger('Tracing')), {
    scheduledDelayMillis: BATCH_EVERY_MS,
    exportTimeoutMillis: EXPORT_TIMEOUT_MS,
    maxQueueSize: MAX_WAITING_SPANS,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ [ATTR_SERVICE_NAME]: serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampleRatio) }),
    spanProcessors: [processor],
  });
  // Also opens the async context that carries the open span.
  provider.register();
  return { tracer: new OtelTracer(provider.getTracer('parley')), stop: () => provider.shutdown() };
}

import type { Logger } from '@nestjs/common';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { SECOND_MS } from '#kernel';

type ExportResult = Parameters<Parameters<SpanExporter['export']>[1]>[0];

const LOG_INTERVAL_MS = 30 * SECOND_MS;
/** `ExportResultCode.SUCCESS` of a package that is not ours to depend on. */
const SUCCESS = 0;

/** Tells at most every half minute that the collector is away; the spans of then are lost, and nothing else. */
export class PatientExporter implements SpanExporter {
  private lastLogMs = Number.NEGATIVE_INFINITY;
  private lost = 0;

  constructor(
    private readonly exporter: SpanExporter,
    private readonly logger: Pick<Logger, 'warn'>,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.exporter.export(spans, (result) => {
      if (result.code !== SUCCESS) this.tellLost(spans.length, result.error);
      // Else the SDK would report each failure in words of its own.
      done({ code: SUCCESS });
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.exporter.forceFlush?.();
  }

  private tellLost(spans: number, error: Error | undefined): void {
    this.lost += spans;
    if (this.nowMs() - this.lastLogMs < LOG_INTERVAL_MS) return;
    this.lastLogMs = this.nowMs();
    const reason = error?.message ?? 'no reason given';
    this.logger.warn({ message: 'Traces could not be sent to the collector.', lostSpans: this.lost, reason });
    this.lost = 0;
  }
}

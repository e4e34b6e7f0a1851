import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line carries that is written while a request or a job is being served. */
export interface LogFields {
  requestId?: string;
  /** Of the trace that is made, else of the caller's `traceparent` header; written as `trace_id`. */
  traceId?: string;
  teamId?: string;
  /** Name of the tool that a client of MCP calls. */
  tool?: string;
  jobId?: string;
  /** Name of the job. */
  job?: string;
  /** Who sent the request, as far as the network tells. It is in no line, only for those who ask. */
  caller?: { readonly address: string; readonly userAgent: string | undefined };
}

const storage = new AsyncLocalStorage<LogFields>();

/** The fields of the request or job that the present async call chain belongs to. */
export const LogContext = {
  /** Runs `work` with these fields added to those already open; what `add` does within stays within. */
  run<T>(fields: LogFields, work: () => T): T {
    return storage.run({ ...storage.getStore(), ...fields }, work);
  },

  /** Runs `work` in exactly this context; for a request whose callbacks come from the socket and not from one another. */
  resume<T>(context: LogFields, work: () => T): T {
    return storage.run(context, work);
  },

  /** Adds to the open context, e.g. the team once the credential has been read; without one it does nothing. */
  add(fields: LogFields): void {
    const open = storage.getStore();
    if (open) Object.assign(open, fields);
  },

  fields(): Readonly<LogFields> {
    return storage.getStore() ?? {};
  },
};

/** As they are written: the trace goes by the name that tools look for (OpenTelemetry, "Trace Context in non-OTLP Log Formats"). */
export function lineFields({ traceId, caller: _, ...fields }: Readonly<LogFields>): Record<string, unknown> {
  return traceId === undefined ? fields : { ...fields, trace_id: traceId };
}

import { z } from 'zod';
import { bool, number, url } from '../env-values';
import type { EnvVariable } from '../env-variable';

/** Logs, metrics, traces, documents. */
export const OBSERVATION_VARIABLES = {
  LOG_LEVEL: {
    schema: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'must be one of trace, debug, info, warn, error, fatal, silent',
      })
      .default('info'),
    defaultText: 'info',
    meaning: 'Least level of log lines: trace, debug, info, warn, error, fatal or silent.',
  },
  METRICS_TOKEN: {
    schema: z.string().min(16, 'must have at least 16 characters').optional(),
    meaning:
      'Opens the metrics to a bearer of it, 16 characters or more. Without it only administrators see those of the api.',
    secret: true,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: url('http:', 'https:'),
    meaning: 'OpenTelemetry collector (OTLP over HTTP) that traces are sent to. Without it none are made.',
  },
  OTEL_SERVICE_NAME: {
    schema: z.string().min(1).max(128, 'must have at most 128 characters').default('parley'),
    defaultText: 'parley',
    meaning: 'Name of this installation in traces.',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    schema: number(1, 0, 1, false),
    defaultText: '1',
    meaning: 'Share of traces that are kept, 0 to 1, when the caller has not decided.',
  },
  DOCS_PUBLIC: {
    schema: bool(true),
    defaultText: 'true',
    meaning:
      'Whether the docs page and the OpenAPI documents are open to all; else any key or login of a team opens them.',
  },
} satisfies Record<string, EnvVariable>;

import { Registry } from 'prom-client';

/** Every name begins with it, so that one server can watch many products. */
export const METRIC_PREFIX = 'parley_';

/** The one of this process: its instruments are constants of the modules that know them. */
export const registry = new Registry();

export const METRICS_CONTENT_TYPE = registry.contentType;

/** All metrics of the process in the text format of Prometheus, version 0.0.4. */
export function renderMetrics(): Promise<string> {
  return registry.metrics();
}

export * from './instruments';
export { collectProcessMetrics } from './process-metrics';
export { METRICS_CONTENT_TYPE, renderMetrics } from './registry';
export { isMetricsBearer } from './token';

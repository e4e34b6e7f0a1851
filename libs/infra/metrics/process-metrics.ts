import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { collectDefaultMetrics } from 'prom-client';
import { defineGauge } from './instruments';
import { METRIC_PREFIX, registry } from './registry';

/** How often the delay is sampled; the loop is woken so often, so it is not finer than what matters. */
const SAMPLE_EVERY_MS = 20;
const NS_PER_SECOND = 1e9;

const eventLoopDelay = defineGauge({
  name: 'nodejs_eventloop_delay_seconds',
  help: 'How late timers ran since the metrics were read before: quantiles and greatest.',
  labels: ['quantile'],
});

/** Of prom-client's own set: the same again, sampled by a second timer, under other names. */
const OURS_INSTEAD = /^parley_nodejs_eventloop_lag_/;

let isCollecting = false;

/** CPU, memory, garbage collection, open handles and the event loop of this process. Calling it again does nothing. */
export function collectProcessMetrics(): void {
  if (isCollecting) return;
  isCollecting = true;
  collectDefaultMetrics({ register: registry, prefix: METRIC_PREFIX, eventLoopMonitoringPrecision: 1_000 });
  for (const { name } of registry.getMetricsAsArray()) if (OURS_INSTEAD.test(name)) registry.removeSingleMetric(name);
  const monitor = monitorEventLoopDelay({ resolution: SAMPLE_EVERY_MS });
  monitor.enable();
  let known: Reading[] = [];
  eventLoopDelay.readFrom(() => {
    // Two readings of one moment tell the same; a reset then would also lose the sample that has begun.
    if (monitor.count > 0) {
      known = readingsOf(monitor);
      monitor.reset();
    }
    return known;
  });
}

type Reading = [quantile: string, seconds: number];

/** The monitor measures the time between its samples, so an idle loop reads as the interval itself. */
function readingsOf(monitor: IntervalHistogram): Reading[] {
  const secondsOf = (ns: number) => Math.max(0, ns / NS_PER_SECOND - SAMPLE_EVERY_MS / 1_000);
  return [
    ['0.5', secondsOf(monitor.percentile(50))],
    ['0.99', secondsOf(monitor.percentile(99))],
    ['1', secondsOf(monitor.max)],
  ];
}

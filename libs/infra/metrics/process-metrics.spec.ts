import { eventually } from '#testing';
import { collectProcessMetrics } from './process-metrics';
import { renderMetrics } from './registry';

test('the process is watched once, and its event loop is told also to two readers of one moment', async () => {
  collectProcessMetrics();
  collectProcessMetrics();
  const delay = 'parley_nodejs_eventloop_delay_seconds{quantile="0.99"}';
  await eventually(async () => (await renderMetrics()).includes(delay));
  const text = await renderMetrics();
  expect(text).toContain(delay);
  expect(text).toContain('parley_process_resident_memory_bytes ');
  expect(text).toContain('parley_nodejs_gc_duration_seconds');
  expect(text).not.toContain('eventloop_lag');
});

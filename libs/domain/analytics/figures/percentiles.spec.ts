import { classOf, LATENCY_FROM_MS } from '../counting/counters';
import { latencyAt } from './percentiles';

const histogramOf = (latencies: readonly number[]) => {
  const histogram = LATENCY_FROM_MS.map(() => 0);
  for (const latency of latencies) histogram[classOf(latency, LATENCY_FROM_MS)]! += 1;
  return histogram;
};

describe('a percentile', () => {
  test('of no replies is none', () => {
    expect(latencyAt(histogramOf([]), 0.5)).toBeNull();
  });

  test('lies in the class of the latency that it stands for', () => {
    const latencies = Array.from({ length: 1_000 }, (_, at) => 6 * at);
    expect(latencyAt(histogramOf(latencies), 0.5)).toBeGreaterThanOrEqual(2_900);
    expect(latencyAt(histogramOf(latencies), 0.5)).toBeLessThanOrEqual(3_100);
    expect(latencyAt(histogramOf(latencies), 0.95)).toBeCloseTo(5_700, -2);
  });

  test('is spread evenly within a class', () => {
    expect(latencyAt(histogramOf([110, 120, 130, 140]), 0.5)).toBe(150);
  });

  test('in the class without an end is its beginning', () => {
    expect(latencyAt(histogramOf([90_000]), 0.95)).toBe(40_000);
  });
});

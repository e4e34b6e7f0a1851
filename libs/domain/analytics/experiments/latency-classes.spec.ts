import { latencyAtShare, latencyClassOf } from './latency-classes';

function histogramOf(latencies: readonly number[]) {
  const byClass = Map.groupBy(latencies, latencyClassOf);
  return [...byClass].map(([index, of]) => ({ class: index, count: of.length })).sort((a, b) => a.class - b.class);
}

describe('latencies in classes', () => {
  const latencies = Array.from({ length: 2_000 }, (_, at) => Math.round(20 * 1.005 ** at));

  test.each([0.01, 0.25, 0.5, 0.95, 0.99, 1])('tell what a share of %d do not exceed, to 5 %%', (share) => {
    const exact = latencies[Math.ceil(share * latencies.length) - 1]!;
    const told = latencyAtShare(histogramOf(latencies), share)!;
    // Half a millisecond more, as they are told in whole ones.
    expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact / 21 + 0.5);
  });

  test('of less than a millisecond count as one, and of none there is none', () => {
    expect([0, 0.4, 1].map(latencyClassOf)).toEqual([0, 0, 0]);
    expect(latencyAtShare(histogramOf([0]), 0.5)).toBe(1);
    expect(latencyAtShare([], 0.5)).toBeNull();
  });
});

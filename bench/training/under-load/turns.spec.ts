import type { TurnSample } from './open-loop.types';
import { figuresOf } from './turns';

const sample = (latencyMs: number, failure?: string): TurnSample => ({
  atMs: 0,
  latencyMs,
  lateMs: latencyMs / 10,
  ...(failure === undefined ? {} : { failure }),
});

describe('figures of turns', () => {
  it('tell what so many turns stay below, failed ones among them', () => {
    const samples = Array.from({ length: 100 }, (_, at) => sample(at + 1, at === 99 ? '503' : undefined));
    expect(figuresOf(samples)).toEqual({
      count: 100,
      failures: ['503'],
      p50: 51,
      p95: 96,
      p99: 100,
      max: 100,
      lateP99: 10,
    });
  });
});

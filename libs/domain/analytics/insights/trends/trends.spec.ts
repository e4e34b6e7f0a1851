import { trendsOf } from './trends';

const share = (current: [number, number], previous: [number, number] | null) => ({
  kind: 'share' as const,
  id: 'no-context-rate',
  title: 'Messages without an answer',
  higherIs: 'worse' as const,
  current: { hits: current[0], total: current[1] },
  previous: previous && { hits: previous[0], total: previous[1] },
});
const rate = (current: number, previous: number | null) => ({
  kind: 'rate' as const,
  id: 'messages',
  title: 'Messages of users',
  higherIs: 'more' as const,
  current: { count: current, exposure: 24 },
  previous: previous === null ? null : { count: previous, exposure: 24 },
});

describe('a trend', () => {
  test('has a verdict when it is more than chance, with all figures', () => {
    const [trend] = trendsOf([share([450, 1_000], [300, 1_000])]);
    expect(trend).toMatchObject({
      id: 'no-context-rate',
      kind: 'trend',
      unit: 'share',
      current: 0.45,
      previous: 0.3,
      changePercent: 50,
      isSignificant: true,
      verdict: 'worse',
      effect: { name: 'cohens_h', value: 0.3113 },
      samples: { current: 1_000, previous: 1_000 },
    });
    expect(trend?.text).toBe(
      '45.0 % in this period, 30.0 % in the one before (+50 %). That is worse by more than chance (p < 0.001).',
    );
  });

  test('of a figure that is better when it is higher, or neither, says so', () => {
    expect(trendsOf([share([300, 1_000], [450, 1_000])])[0]?.verdict).toBe('better');
    expect(trendsOf([rate(900, 600)])[0]?.verdict).toBe('more');
    expect(trendsOf([rate(600, 900)])[0]?.verdict).toBe('fewer');
  });

  test('has none when chance may have made it', () => {
    const [trend] = trendsOf([share([32, 100], [30, 100])]);
    expect(trend).toMatchObject({ isSignificant: false, verdict: null });
    expect(trend?.text).toContain('no more than chance may make');
  });

  test('has none when there is too little of it, however great it looks', () => {
    const [trend] = trendsOf([share([10, 10], [0, 10])]);
    expect(trend).toMatchObject({ current: 1, previous: 0, pValue: null, isSignificant: false, verdict: null });
    expect(trend?.text).toContain('too little to tell');
  });

  test('that is sure but tiny has none', () => {
    expect(trendsOf([rate(1_020_000, 1_000_000)])[0]).toMatchObject({ isSignificant: true, verdict: null });
  });

  test('is judged together with the others: one good chance in twenty is none', () => {
    const dice = share([60, 1_000], [40, 1_000]);
    expect(trendsOf([dice])[0]?.isSignificant).toBe(true);
    const amongOthers = trendsOf([dice, ...Array(9).fill(share([50, 1_000], [50, 1_000]))]);
    expect(amongOthers[0]).toMatchObject({ isSignificant: false, verdict: null });
    expect(amongOthers[0]?.pValue).toBeLessThan(0.05);
  });

  test('without a period before tells the figure alone', () => {
    const [trend] = trendsOf([rate(12, null)]);
    expect(trend).toMatchObject({ current: 12, previous: null, changePercent: null, pValue: null, samples: null });
    expect(trend?.text).toBe('12 in this period. There is no earlier period to compare it with.');
  });

  test('of nothing at all is no error', () => {
    expect(trendsOf([rate(0, 0)])[0]).toMatchObject({ current: 0, previous: 0, changePercent: null, verdict: null });
    expect(trendsOf([share([0, 0], [0, 0])])[0]?.text).toBe('Nothing was measured in this period.');
  });

  test('from nothing has no percentage', () => {
    expect(trendsOf([rate(100, 0)])[0]).toMatchObject({
      changePercent: null,
      verdict: 'more',
      effect: { value: null },
    });
  });
});

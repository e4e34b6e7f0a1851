import { quantile, spreadOf, written } from './figures';

describe('figures', () => {
  it('of several seeds are their mean and the deviation of the sample', () => {
    const spread = spreadOf([{ accuracy: 0.7 }, { accuracy: 0.8 }, { accuracy: 0.9 }], 'accuracy');
    expect(spread!.mean).toBeCloseTo(0.8);
    expect(spread!.deviation).toBeCloseTo(0.1);
    expect(written('accuracy', spread)).toBe('80.0 ± 10.0');
  });

  it('of one training have no deviation', () => {
    expect(written('accuracy', spreadOf([{ accuracy: 0.937 }], 'accuracy'))).toBe('93.7');
  });

  it('are not written where a training lacks them', () => {
    expect(written('auroc', spreadOf([{ auroc: 0.9 }, {}], 'auroc'))).toBe('-');
    expect(written('auroc', spreadOf([], 'auroc'))).toBe('-');
  });

  it('of latencies are what so many of them stay below', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(quantile(values, 0.5)).toBe(51);
    expect(quantile(values, 0.95)).toBe(96);
    expect(quantile([7], 0.95)).toBe(7);
  });
});

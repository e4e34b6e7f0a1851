import { asCount, asMilliseconds, asNumber, asPercent, asSeconds, asUsd, NONE } from './figures';

describe('figures', () => {
  test('are said as people read them', () => {
    expect([0, 1_234, 1_234_567].map(asCount)).toEqual(['0', '1,234', '1.2M']);
    expect([0, 0.1234, 1].map(asPercent)).toEqual(['0 %', '12.34 %', '100 %']);
    expect([0, 0.000_12, 1.5].map(asUsd)).toEqual(['$0.00', '$0.00012', '$1.50']);
    expect([12, 1_500].map(asMilliseconds)).toEqual(['12 ms', '1.5 s']);
    expect([5, 125, 7_200].map(asSeconds)).toEqual(['5 s', '2 min 5 s', '2 h']);
    expect(asNumber(Math.PI)).toBe('3.14');
  });

  test('that are not known are no zero', () => {
    for (const format of [asCount, asNumber, asPercent, asUsd, asMilliseconds, asSeconds]) {
      expect([format(null), format(undefined)]).toEqual([NONE, NONE]);
    }
  });
});

import { isMetricsBearer } from './token';

describe('the bearer of the metrics token', () => {
  test('is whoever sends exactly it', () => {
    expect(isMetricsBearer('Bearer a-token-of-metrics', 'a-token-of-metrics')).toBe(true);
    expect(isMetricsBearer('bearer a-token-of-metrics', 'a-token-of-metrics')).toBe(true);
  });

  test.each([undefined, '', 'Bearer', 'Bearer a-token', 'Basic a-token-of-metrics', 'a-token-of-metrics'])(
    'is nobody with %p',
    (header) => {
      expect(isMetricsBearer(header, 'a-token-of-metrics')).toBe(false);
    },
  );

  test('is nobody when no token is configured', () => {
    expect(isMetricsBearer('Bearer undefined', undefined)).toBe(false);
  });
});

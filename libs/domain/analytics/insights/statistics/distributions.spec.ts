import { normalPValue, studentPValue } from './distributions';

describe('the tails of distributions', () => {
  test.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [2.5758293035489004, 0.01],
    [5, 5.733031437583892e-7],
    [-1.959963984540054, 0.05],
  ])('of the normal one at %p are %p', (z, p) => {
    expect(normalPValue(z) / p).toBeCloseTo(1, 9);
  });

  test('of the normal one go to 0 and never below', () => {
    expect(normalPValue(40)).toBeGreaterThanOrEqual(0);
    expect(normalPValue(40)).toBeLessThan(1e-300);
    expect(normalPValue(Number.POSITIVE_INFINITY)).toBe(0);
  });

  test.each([
    [0, 5, 1],
    [1, 1, 0.5],
    [12.706204736432095, 1, 0.05],
    [2.570581835636314, 5, 0.05],
    [2.2281388519649385, 10, 0.05],
    [-2.2281388519649385, 10, 0.05],
    [3.169272667175838, 10, 0.01],
    [1.9623390808264078, 1_000, 0.05],
    [1.9601, 1e6, 0.04998428],
  ])("of Student's at %p with %p degrees of freedom are %p", (t, degrees, p) => {
    expect(studentPValue(t, degrees) / p).toBeCloseTo(1, 5);
  });

  test("of Student's are those of the normal one when there are many degrees of freedom", () => {
    expect(studentPValue(2.5, 1e8)).toBeCloseTo(normalPValue(2.5), 7);
    expect(studentPValue(Number.POSITIVE_INFINITY, 3)).toBe(0);
  });
});

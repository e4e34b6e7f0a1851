import { expectProportionalTime } from '#testing';
import { calculator } from './calculator';
import { evaluate } from './expression';

describe('the calculator', () => {
  test.each([
    ['2 + 3 * 4', 14],
    ['(17.5 - 3) * 4', 58],
    ['0.1 + 0.2', 0.3],
    ['15% * 80', 12],
    ['2^10', 1_024],
    ['17 mod 5', 2],
    ['sqrt(2)^2', 2],
    ['log(100, 10)', 2],
    ['5!', 120],
    ['round(2 / 3, 2)', 0.67],
    ['max(3, 9, -2)', 9],
    ['2 pi', 6.2831853071796],
    ['-3^2', -9],
    ['1e3 / 8', 125],
  ])('knows that %s is %d', async (expression, result) => {
    expect(await evaluate(expression)).toBe(result);
  });

  test.each([
    ['f(x) = f(x - 1) + f(x - 2); f(60)', 'Only arithmetic is calculated'],
    ['a = 3', 'Only arithmetic'],
    ['[1, 2, 3]', 'Only arithmetic'],
    ['1:1000000000', 'Only arithmetic'],
    ['import({a: 1}, {})', 'Only arithmetic'],
    ['evaluate("1+1")', 'Only arithmetic'],
    ['combinations(1e9, 5e8)', 'Only arithmetic'],
    ['cos.constructor("return process")', 'Only arithmetic'],
    ['constructor', 'Only arithmetic'],
    ['"text"', 'Only arithmetic'],
    ['1 < 2', 'Only arithmetic'],
    ['2 +', 'not understood'],
    ['1 / 0', 'infinite'],
    ['sqrt(-1)', 'no result that is a number'],
    ['200!', 'infinite'],
    ['9'.repeat(501), 'at most 500 characters'],
  ])('refuses %s in words', async (expression, words) => {
    await expect(evaluate(expression)).rejects.toThrow(words);
  });

  test('is a tool whose answer repeats what was asked', async () => {
    const { tools } = await calculator.start({});
    const call = { turn: { teamId: 't', botId: 'b' }, signal: new AbortController().signal };
    expect(await tools![0]!.call({ expression: '6 * 7' }, call)).toEqual({ expression: '6 * 7', result: 42 });
  });

  test('takes time in proportion to the expression', async () => {
    await expectProportionalTime((size) => evaluate('1+'.repeat(size / 2) + 1), 60);
    await expectProportionalTime((size) => evaluate(`${'('.repeat(size / 2)}1${')'.repeat(size / 2)}`), 60);
  });
});

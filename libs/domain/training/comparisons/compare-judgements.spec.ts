import type { Judgement, Judgements } from '#domain/classification';
import { decideByComparison } from './activation';
import { compareJudgements } from './compare-judgements';

/** Keys of examples that a model held out, by what it made of them. Intent 0 is meant; -1 is out of scope. */
interface Said {
  right?: number[];
  wrong?: number[];
  refused?: number[];
  missed?: number[];
}

function judgements(
  { right = [], wrong = [], refused = [], missed = [] }: Said,
  intents = ['order', 'refund'],
): Judgements {
  const judged = (keys: number[], rest: Partial<Judgement>) =>
    keys.map((key) => ({
      key: BigInt(key),
      text: `text ${key}`,
      intent: 0,
      predicted: 0,
      confidence: 0.9,
      inScope: true,
      ...rest,
    }));
  return {
    intents,
    judged: [
      ...judged(right, {}),
      ...judged(wrong, { predicted: 1 }),
      ...judged(refused, { intent: -1, inScope: false }),
      ...judged(missed, { intent: -1 }),
    ],
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

describe('a comparison of two versions', () => {
  it('is of the examples that both have held out alone', () => {
    const one = judgements({ right: [...range(0, 60), ...range(100, 150)], wrong: range(60, 80) });
    const other = judgements({ right: range(0, 40), wrong: [...range(40, 80), ...range(200, 300)] });
    expect(compareJudgements(one, other)).toMatchObject({
      examples: 80,
      accuracy: 0.75,
      withAccuracy: 0.5,
      difference: 0.25,
      interval: [expect.closeTo(0.14, 1), expect.closeTo(0.35, 1)],
      verdict: 'better',
      gainedCount: 20,
      gained: { length: 20 },
      lostCount: 0,
      lost: [],
    });
    expect(compareJudgements(other, one)).toMatchObject({ difference: -0.25, verdict: 'worse', lostCount: 20 });
  });

  it('finds no difference where chance would make it, and is none on too few examples', () => {
    const one = judgements({ right: range(0, 51), wrong: range(51, 60) });
    const other = judgements({ right: range(0, 48), wrong: range(48, 60) });
    expect(compareJudgements(one, other)).toMatchObject({ pValue: expect.closeTo(0.25, 10), verdict: 'no difference' });
    const few = compareJudgements(judgements({ right: range(0, 19) }), judgements({ wrong: range(0, 19) }));
    expect(few).toMatchObject({ examples: 19, verdict: 'not comparable' });
    expect(compareJudgements(one, judgements({}))).toMatchObject({
      examples: 0,
      accuracy: null,
      interval: null,
      pValue: null,
      macroF1: null,
      verdict: 'not comparable',
    });
  });

  it('shows what was gained with what either took it for, and which intents came and went', () => {
    const one = judgements({ right: [1] }, ['order', 'invoice']);
    const other = judgements({ wrong: [1] }, ['order', 'refund']);
    expect(compareJudgements(one, other)).toMatchObject({
      gained: [{ text: 'text 1', intent: 'order', predicted: 'order', withPredicted: 'refund' }],
      perIntent: [{ intent: 'order', examples: 1, f1: 1, withF1: 0 }],
      addedIntents: ['invoice'],
      removedIntents: ['refund'],
    });
  });

  it('tells of both what they keep in scope and what they refuse', () => {
    const one = judgements({ right: range(0, 4), refused: [10, 11], missed: [12, 13] });
    const other = judgements({ right: range(0, 4), refused: [10, 11, 12], missed: [13] });
    expect(compareJudgements(one, other).outOfScope).toEqual({
      examples: 4,
      keptInScope: 1,
      withKeptInScope: 1,
      refused: 0.5,
      withRefused: 0.75,
    });
  });
});

describe('a new version', () => {
  const active = judgements({ right: range(0, 90), wrong: range(90, 100) });

  it('that is worse by more than chance is not activated', () => {
    const worse = judgements({ right: range(0, 80), wrong: range(80, 100) });
    expect(decideByComparison(worse, active, 3)).toEqual({
      policy: 'if_not_worse',
      isActivated: false,
      comparedWith: 3,
      reason:
        'On 100 examples that both have held out the new version is right in 80.0 %, version 3 in 90.0 %: worse by more than chance (p = 0.00098).',
    });
  });

  it.each([
    ['better', judgements({ right: range(0, 100) })],
    ['a little worse', judgements({ right: range(0, 87), wrong: range(87, 100) })],
    ['not comparable', judgements({ wrong: range(0, 19) })],
  ])('that is %s is activated', (_what, judged) => {
    expect(decideByComparison(judged, active, 3)).toMatchObject({ isActivated: true, comparedWith: 3 });
  });
});

import { madeUpExamples } from '#testing/intents';
import { trainClassifier } from '../train-classifier';

describe('the learning curve', () => {
  it('rises with the examples, each part about twice as large as the one before', () => {
    const { learningCurve } = trainClassifier(madeUpExamples(900)).report;
    const sizes = learningCurve.map(({ examples }) => examples);
    expect(sizes).toHaveLength(4);
    for (const [at, size] of sizes.slice(1).entries()) expect(size / sizes[at]!).toBeCloseTo(2, 0);
    expect(learningCurve.at(-1)!.accuracy).toBeGreaterThan(learningCurve[0]!.accuracy);
  });

  it('begins where an intent has an example on average', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const five = letters.flatMap((letter, intent) =>
      letters.slice(0, 5).map((other) => ({ text: `${letter}${letter} so ${other}${letter}`, intent: `i${intent}` })),
    );
    expect(trainClassifier(five).report.learningCurve.map(({ examples }) => examples)).toEqual([26, 52, 104]);
  });

  it('is empty when there are too few examples, or one intent', () => {
    expect(trainClassifier(madeUpExamples(30)).report.learningCurve).toEqual([]);
    const one = madeUpExamples(300).filter(({ intent }) => intent === 'refund');
    expect(trainClassifier(one).report.learningCurve).toEqual([]);
  });
});

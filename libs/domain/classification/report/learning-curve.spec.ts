import { madeUpExamples } from '#testing/intents';
import type { LabelledText } from '../classifier.types';
import { SeededRandom } from '../seeded-random';
import { trainClassifier } from '../train-classifier';

/** Intents of fifty words of their own each, of which a text has two: few texts cannot teach all of them. */
function textsOfManyWords(count: number): LabelledText[] {
  const random = new SeededRandom(7);
  const wordOf = (number: number) => number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
  return Array.from({ length: count }, (_, at) => {
    const intent = at % 8;
    const words = [0, 1].map(() => wordOf(9_000 + 7_919 * (50 * intent + random.below(50))));
    return { text: words.join(' '), intent: String(intent) };
  });
}

describe('the learning curve', () => {
  it('rises with the examples, each part about twice as large as the one before', () => {
    const { learningCurve } = trainClassifier(textsOfManyWords(900)).report;
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

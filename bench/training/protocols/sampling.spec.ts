import { OUT_OF_SCOPE } from '../../../libs/domain/classification/classifier.types';
import { drawExamples, drawIntents, evenly, examplesOf, withHidden } from './sampling';

const intents = ['a', 'b', 'c', 'd', 'e', 'f'];
const texts = [...intents, OUT_OF_SCOPE].flatMap((intent) =>
  Array.from({ length: 20 }, (_, at) => ({ text: `${intent} ${at}`, intent })),
);
const countOf = (of: typeof texts, label: string) => of.filter(({ intent }) => intent === label).length;

describe('drawExamples', () => {
  it('takes as many examples of each label as wanted, out of scope among them', () => {
    const drawn = drawExamples(texts, 5, 'seed');
    expect([...intents, OUT_OF_SCOPE].map((label) => countOf(drawn, label))).toEqual(Array(7).fill(5));
    expect(new Set(drawn.map(({ text }) => text)).size).toBe(drawn.length);
  });

  it('takes all of a label that has fewer', () => {
    expect(drawExamples(texts, 50, 'seed')).toHaveLength(texts.length);
  });

  it('draws the same for the same seed, and others for another', () => {
    expect(drawExamples(texts, 5, '1')).toEqual(drawExamples(texts, 5, '1'));
    expect(drawExamples(texts, 5, '1')).not.toEqual(drawExamples(texts, 5, '2'));
  });
});

describe('hidden intents', () => {
  it('are two thirds, never what is out of scope anyway', () => {
    const shown = drawIntents(texts, 'seed');
    expect(shown.size).toBe(2);
    expect(shown.has(OUT_OF_SCOPE)).toBe(false);
  });

  it('leave two intents to be told apart of a small set', () => {
    expect(drawIntents(texts.slice(0, 60), 'seed').size).toBe(2);
  });

  it('are not trained on, and out of scope where they are judged', () => {
    const shown = new Set(['a', 'd']);
    expect(new Set(examplesOf(texts, shown).map(({ intent }) => intent))).toEqual(shown);
    const judged = withHidden(texts, shown);
    expect(judged).toHaveLength(120);
    expect([countOf(judged, 'a'), countOf(judged, 'd'), countOf(judged, OUT_OF_SCOPE)]).toEqual([20, 20, 80]);
  });
});

describe('evenly', () => {
  it('takes as many as wanted from all parts of a list', () => {
    const numbers = Array.from({ length: 15_100 }, (_, at) => at);
    const some = evenly(numbers, 3_000);
    expect(some).toHaveLength(3_000);
    const gaps = some.slice(1).map((number, at) => number - some[at]!);
    expect(new Set(gaps)).toEqual(new Set([5, 6]));
  });

  it('takes all where there are no more', () => {
    expect(evenly([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(evenly([1, 2, 3], 7)).toEqual([1, 2, 3]);
  });
});

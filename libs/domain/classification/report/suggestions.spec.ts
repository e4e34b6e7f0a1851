import { madeUpExamples } from '#testing/intents';
import { type LabelledText, OUT_OF_SCOPE } from '../classifier.types';
import { trainClassifier } from '../train-classifier';
import type { Findings } from './findings';
import type { Suggestion, SuggestionKind } from './report.types';
import { learningCurve } from './suggest-for-the-whole';

function suggestionsFor(examples: readonly LabelledText[], kind: SuggestionKind): Suggestion[] {
  const { suggestions } = trainClassifier(examples).report;
  expect(suggestions.length).toBeLessThanOrEqual(20);
  expect(suggestions.every(({ texts }) => texts.length <= 5)).toBe(true);
  return suggestions.filter((suggestion) => suggestion.kind === kind);
}

const SHOP = madeUpExamples(300);
const of = (...intents: string[]) => SHOP.filter(({ intent }) => intents.includes(intent));

describe('suggestions', () => {
  it('name texts that are examples of two intents', () => {
    const twice = of('greeting').slice(0, 4);
    const examples = [...SHOP, ...twice.map(({ text }) => ({ text: text.toUpperCase(), intent: 'small_talk' }))];
    expect(suggestionsFor(examples, 'contradictory_texts')).toEqual([
      {
        kind: 'contradictory_texts',
        intent: 'greeting',
        otherIntent: 'small_talk',
        message: expect.stringMatching(/texts are examples of both "greeting" and "small_talk"\. Keep each in one/),
        texts: expect.arrayContaining([expect.any(String)]),
      },
    ]);
  });

  it('would merge or part two intents whose texts do not differ', () => {
    const split = of('refund', 'greeting', 'directions').map(({ text, intent }, at): LabelledText => {
      return {
        text: `${text} please ${'abcdefghij'[at % 10]}`,
        intent: intent === 'refund' && at % 2 ? 'money' : intent,
      };
    });
    const [first] = suggestionsFor(split, 'overlapping_intents');
    expect(first).toMatchObject({ intent: 'money', otherIntent: 'refund' });
    expect(first?.message).toMatch(/^"money" and "refund" are taken for each other: \d+ of \d+ held-out examples/);
    expect(first?.texts.length).toBeGreaterThan(0);
  });

  it('ask for examples of an intent that has far fewer than the others', () => {
    const [few] = suggestionsFor([...SHOP, { text: 'is there a car park', intent: 'parking' }], 'too_few_examples');
    expect(few).toMatchObject({ intent: 'parking' });
    expect(few?.message).toBe(
      '"parking" has 1 example, other intents about 50. Add about 49 more, in other words than those that it has.',
    );
  });

  it('show texts that are worded unlike the other examples of their intent', () => {
    const odd = [
      'zebras gallop',
      'quantum flux',
      'purple monkey',
      'velvet thunder',
      'oblique strategy',
      'hollow drums',
    ];
    const examples = [...SHOP, ...odd.map((text) => ({ text, intent: 'greeting' }))];
    const [missed] = suggestionsFor(examples, 'missed_wordings');
    expect(missed).toMatchObject({ intent: 'greeting' });
    expect(odd).toEqual(expect.arrayContaining([...missed!.texts]));
  });

  it('ask for out-of-scope examples while there are none and others are taken for intents', () => {
    const twins = SHOP.map(({ text, intent }, at) => ({ text, intent: `${intent} ${Math.floor(at / 6) % 2}` }));
    const [none] = suggestionsFor(twins, 'out_of_scope_examples');
    expect(none).toMatchObject({ intent: OUT_OF_SCOPE, otherIntent: null, texts: [] });
    expect(none?.message).toMatch(/^There are no examples of what is out of scope .* Add about 20 texts/);
    const strange =
      'weather joke song match stock planet poem recipe river king chess piano volcano moon tiger sand flute algebra opera comet';
    const some = strange.split(' ').map((word) => ({ text: `tell me of the ${word}`, intent: OUT_OF_SCOPE }));
    expect(suggestionsFor([...twins, ...some], 'out_of_scope_examples')).toEqual([]);
  });

  it('name an intent that has ten times the examples of the others', () => {
    const small = ['greeting', 'refund', 'directions'].flatMap((intent) => of(intent).slice(0, 4));
    const large = madeUpExamples(400).filter(({ intent }) => intent === 'order_status');
    expect(suggestionsFor([...small, ...large], 'imbalance')).toMatchObject([{ intent: 'order_status' }]);
    expect(suggestionsFor(SHOP, 'imbalance')).toEqual([]);
  });

  it('are none when there is nothing to learn from', () => {
    expect(trainClassifier([]).report.suggestions).toEqual([]);
  });
});

describe('the learning curve', () => {
  const told = (half: number, whole: number) => {
    const curve = [
      { examples: 500, accuracy: half },
      { examples: 1_000, accuracy: whole },
    ];
    const perIntent = [
      { intent: 'strong', f1: 0.9 },
      { intent: 'weak', f1: 0.2 },
    ];
    return learningCurve({ figures: { learningCurve: curve, perIntent }, judged: [] } as unknown as Findings);
  };

  it('that still rises asks for more examples, the weakest intents first', () => {
    const [rising] = told(0.8, 0.85);
    expect(rising).toMatchObject({ kind: 'more_examples' });
    expect(rising?.message).toContain('80.0 % with 500 examples and on 85.0 % with 1,000 examples');
    expect(rising?.message).toContain('"weak" and "strong"');
  });

  it('that is flat says that more of the same will not help, unless all is well', () => {
    expect(told(0.85, 0.851)).toMatchObject([{ kind: 'other_examples' }]);
    expect(told(0.96, 0.96)).toEqual([]);
    expect(told(0.85, 0.857)).toEqual([]);
  });
});

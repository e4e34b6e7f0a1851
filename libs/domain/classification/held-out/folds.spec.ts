import { type LabelledText, OUT_OF_SCOPE } from '../classifier.types';
import { exampleKey } from '../examples/example-key';
import { prepareRows } from '../examples/training-rows';
import { foldsOf, NOT_HELD_OUT } from './folds';

const FOLDS = 5;

function foldsByText(examples: readonly LabelledText[], seed = 1, maxHeldOut?: number): Map<string, number> {
  const data = prepareRows(examples, seed, () => undefined);
  const folds = foldsOf(data, FOLDS, maxHeldOut);
  return new Map(data.texts.map((text, row) => [text, folds[row]!]));
}

/** Digits are folded, so texts are told apart by words. */
function wordOf(at: number): string {
  return [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

function examplesOf(intent: string, count: number): LabelledText[] {
  return Array.from({ length: count }, (_, at) => ({
    text: `${intent.replace(/_/g, '')} thing ${wordOf(at)}`,
    intent,
  }));
}

describe('folds', () => {
  it('are the same for an example whatever the seed and the order of the examples', () => {
    const examples = [...examplesOf('one', 40), ...examplesOf('two', 30)];
    const folds = foldsByText(examples);
    expect(foldsByText(examples.toReversed(), 7)).toEqual(folds);
  });

  it('move few examples when one is added, and none of other intents', () => {
    const [one, two] = [examplesOf('one', 40), examplesOf('two', 40)];
    const before = foldsByText([...one, ...two]);
    const after = foldsByText([...one, ...two, { text: 'one more of it', intent: 'one' }]);
    const moved = (of: LabelledText[]) => of.filter(({ text }) => before.get(text) !== after.get(text)).length;
    expect(moved(two)).toBe(0);
    expect(moved(one)).toBeLessThan(10);
  });

  it('have their fair share of each intent, and of what is out of scope', () => {
    const folds = foldsByText([...examplesOf('one', 42), ...examplesOf(OUT_OF_SCOPE, 13)]);
    for (const [prefix, most] of [
      ['one', 9],
      ['oos', 3],
    ] as const) {
      const counts = new Map<number, number>();
      for (const [text, fold] of folds) {
        if (text.startsWith(prefix)) counts.set(fold, (counts.get(fold) ?? 0) + 1);
      }
      expect(Math.max(...counts.values())).toBeLessThanOrEqual(most);
    }
  });

  it('never hold out all examples of an intent at once, nor the only one', () => {
    const folds = foldsByText([...examplesOf('one', 2), ...examplesOf('two', 1)]);
    const [first, second, only] = folds
      .values()
      .toArray()
      .sort((a, b) => b - a);
    expect(first).not.toBe(second);
    expect(only).toBe(NOT_HELD_OUT);
  });

  it('hold out no more than they may, and with fewer examples those again', () => {
    const examples = examplesOf('one', 100);
    const held = (most: number) =>
      [...foldsByText(examples, 1, most)].filter(([, fold]) => fold !== NOT_HELD_OUT).map(([text]) => text);
    expect(held(50).length).toBeLessThanOrEqual(50);
    expect(held(50)).toEqual(expect.arrayContaining(held(20)));
  });
});

describe('the key of an example', () => {
  it('depends on its intent, its words and their order', () => {
    const keys = [
      exampleKey('a', [1, 2]),
      exampleKey('a', [2, 1]),
      exampleKey('b', [1, 2]),
      exampleKey('a', [1]),
      exampleKey('', [1, 2]),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(exampleKey('a', [1, 2])).toBe(keys[0]);
  });

  it('is of 64 bits that are seldom shared', () => {
    const keys = Array.from({ length: 100_000 }, (_, at) => exampleKey('a', [at, at % 7]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(keys.map((key) => key & 0xffffn)).size).toBeGreaterThan(50_000);
    expect(keys.every((key) => key >= 0n && key < 2n ** 64n)).toBe(true);
  });
});

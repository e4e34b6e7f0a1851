import type { AppError } from '#kernel';
import { levelOf, mergeTraits } from './traits';

function problemsOf(patch: Record<string, unknown>) {
  try {
    mergeTraits({}, patch);
  } catch (error) {
    return (error as AppError).fields.map(({ message }) => message);
  }
  return [];
}

describe('mergeTraits', () => {
  test('changes the given traits, leaves the others, and takes those away that are null', () => {
    const before = { friendliness: 'low', formality: 'low', humor: 0.5 } as const;
    expect(mergeTraits(before, { friendliness: 'high', humor: null, wit: 1 })).toEqual({
      friendliness: 'high',
      formality: 'low',
      wit: 1,
    });
  });

  test('names each trait that is neither a level nor a number from 0 to 1', () => {
    expect(problemsOf({ humor: 'huge', wit: 1.1, calm: Number.NaN, ok: 0 })).toEqual([
      'traits.humor must be low, medium, high or a number from 0 to 1.',
      'traits.wit must be low, medium, high or a number from 0 to 1.',
      'traits.calm must be low, medium, high or a number from 0 to 1.',
    ]);
    expect(problemsOf({ ' ': 'low' })).toEqual(['The name of a trait must be a text of 1 to 64 characters.']);
  });

  test('takes at most 30 traits', () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`trait${n}`, 'low']));
    expect(problemsOf(many(30))).toEqual([]);
    expect(problemsOf(many(31))).toEqual(['traits must have at most 30 traits.']);
  });
});

describe('levelOf', () => {
  test('says a number in a word, each for a third of the range', () => {
    expect([0, 0.33, 0.34, 0.66, 0.67, 1].map(levelOf)).toEqual(['low', 'low', 'medium', 'medium', 'high', 'high']);
    expect(levelOf('low')).toBe('low');
  });
});

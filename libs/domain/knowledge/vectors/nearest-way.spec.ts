import { SeqSet } from '../seq-set';
import { COMPARED_PASSAGES, isWalkShorter, wayOf } from './nearest-way';

const LIMIT = 50;

function setOf(first: number, count: number): SeqSet {
  const set = new SeqSet();
  set.addRange(first, count);
  return set;
}

function space(passages: number, isIndexed = true) {
  return { dimensions: 384, passages, isIndexed };
}

describe('wayOf', () => {
  it('compares all vectors of a small base, however large its space is', () => {
    const base = { number: 1, passages: 1_000, allowed: undefined };
    expect(wayOf(space(1_000_000), [base], LIMIT)).toEqual({ kind: 'compared' });
  });

  it('walks through the index for a large base', () => {
    const base = { number: 1, passages: 1_000_000, allowed: undefined };
    expect(wayOf(space(1_000_000), [base], LIMIT)).toEqual({ kind: 'walked', dimensions: 384 });
  });

  it('compares where there is no index', () => {
    const base = { number: 1, passages: 1_000_000, allowed: undefined };
    expect(wayOf(space(1_000_000, false), [base], LIMIT)).toEqual({ kind: 'compared' });
  });

  it('looks up the passages that a filter leaves when they are few', () => {
    const base = { number: 7, passages: 1_000_000, allowed: setOf(40, 3) };
    const addresses = [{ indexNumber: 7, seqs: [40, 41, 42] }];
    expect(wayOf(space(1_000_000), [base], LIMIT)).toEqual({ kind: 'chosen', addresses });
  });

  it('walks through the index when a filter leaves many', () => {
    const base = { number: 7, passages: 1_000_000, allowed: setOf(1, 100_000) };
    expect(wayOf(space(1_000_000), [base], LIMIT).kind).toBe('walked');
  });

  it('counts the passages of all bases that are searched together', () => {
    const bases = Array.from({ length: 50 }, (_, number) => ({ number, passages: 1_000, allowed: undefined }));
    expect(wayOf(space(50_000), bases, LIMIT).kind).toBe('walked');
  });
});

describe('isWalkShorter', () => {
  it('is never so for what is compared in a moment', () => {
    expect(isWalkShorter(COMPARED_PASSAGES, COMPARED_PASSAGES, 1)).toBe(false);
  });

  it('is not so when the walk would mostly come by vectors of others', () => {
    expect(isWalkShorter(20_000, 20_000, LIMIT)).toBe(true);
    expect(isWalkShorter(20_000, 10_000_000, LIMIT)).toBe(false);
  });
});

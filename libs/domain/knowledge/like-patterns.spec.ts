import { likePatterns } from './like-patterns';

it('makes a pattern of each distinct word', () => {
  expect(likePatterns('  Refund of  a refund ')).toEqual(['%refund%', '%of%', '%a%']);
  expect(likePatterns('   ')).toEqual([]);
});

it('leaves out what a sentence puts around its words, but not what belongs to them', () => {
  expect(likePatterns('(refund, "C++" 24/7?)')).toEqual(['%refund%', '%c++%', '%24/7%']);
  expect(likePatterns('?')).toEqual(['%?%']);
});

it('takes the signs of LIKE as they are', () => {
  expect(likePatterns('100% a_b c\\d')).toEqual(['%100\\%%', '%a\\_b%', '%c\\\\d%']);
});

it('is bounded', () => {
  expect(likePatterns(Array.from({ length: 40 }, (_, i) => `w${i}`).join(' '))).toHaveLength(16);
  expect(likePatterns('x'.repeat(500))[0]).toHaveLength(102);
});

import { chosenPages } from './chosen-pages';

const choose = (addresses: string, known: string, maxPages: number, isWhole = true) => {
  const chosen = chosenPages({ addresses: [...addresses], known: [...known], maxPages, isWhole });
  return [chosen.addresses.join(''), chosen.found];
};

test('pages that are known stay before new ones come, whatever the order of the listing', () => {
  expect(choose('abcd', '', 3)).toEqual(['abc', 3]);
  expect(choose('dcba', 'abc', 3)).toEqual(['cba', 3]);
  expect(choose('dcb', 'abc', 3)).toEqual(['dcb', 3]);
  expect(choose('abcd', 'abc', 2)).toEqual(['ab', 2]);
});

test('known pages of which a listing with gaps says nothing keep their place', () => {
  expect(choose('cd', 'ab', 3, false)).toEqual(['c', 3]);
  expect(choose('cd', 'abe', 3, false)).toEqual(['', 3]);
  expect(choose('ad', 'abc', 3, false)).toEqual(['a', 3]);
});

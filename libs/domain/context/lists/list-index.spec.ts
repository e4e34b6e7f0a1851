import { ListIndex } from './list-index';

function indexOf(...names: string[]): ListIndex {
  const index = new ListIndex();
  for (const name of names) index.add(name, { type: 'product', value: name });
  return index;
}

const found = (index: ListIndex, text: string) =>
  index.find(text).map(({ value, start, end }) => `${value}: ${text.slice(start, end)}`);

describe('names of lists', () => {
  test.each([
    ['Café au Lait', 'a CAFE AU LAIT, please', 'CAFE AU LAIT'],
    ['gift card', 'two gift cards', 'gift cards'],
    ['e-bike', 'my e bike', 'e bike'],
    ['iPhone 15', 'an iPhone15!', 'iPhone15'],
    ['Straße', 'die STRASSE', 'STRASSE'],
    ['東京', '東京の店', '東京'],
    ['C++', 'I write C++', 'C'],
  ])('%s is found in "%s"', (name, text, said) => {
    expect(found(indexOf(name), text)).toEqual([`${name}: ${said}`]);
  });

  test.each([
    ['Galaxy S', 'the Galaxy S24'],
    ['cat', 'a category'],
    ['gas', 'it is ga'],
    ['iPhone 15', 'iPhone 150'],
  ])('%s is not found in "%s"', (name, text) => {
    expect(found(indexOf(name), text)).toEqual([]);
  });

  test('the longest of those that begin at one word is found, and the search goes on behind it', () => {
    const index = indexOf('red', 'red wine', 'wine glass', 'glass');
    expect(found(index, 'red wine glass red')).toEqual(['red wine: red wine', 'glass: glass', 'red: red']);
  });

  test('a name without letters is never found', () => {
    expect(found(indexOf('+++'), '+++')).toEqual([]);
  });
});

import { DEFAULT_CHUNKING } from '#domain/knowledge';
import type { DocumentAsset, DocumentNode } from './named-documents.types';
import { passagesOfNodes } from './node-passages';
import { titleOf } from './nodes-document';

const node = (text: string, type = 'UncategorizedText', metadata: Record<string, unknown> = {}): DocumentNode => ({
  text,
  type,
  metadata,
});
const cut = (nodes: readonly DocumentNode[], assets: readonly DocumentAsset[] = []) =>
  passagesOfNodes('Guide', { nodes, assets }, DEFAULT_CHUNKING);
const told = (nodes: readonly DocumentNode[]) => cut(nodes).map(({ section, body }) => [section, body]);

describe('nodes become passages', () => {
  test('one each, as they were cut, with what they carry', () => {
    expect(cut([node('First.', 'NarrativeText', { page: 1 }), node('  # Second\n\nwith more  ')])).toEqual([
      { position: 0, title: 'Guide', section: null, body: 'First.', metadata: { page: 1 } },
      { position: 1, title: 'Guide', section: null, body: '  # Second\n\nwith more' },
    ]);
  });

  test('under the headings before them', () => {
    const nodes = [node('Before.'), node('Parking', 'Title'), node('Behind the house.'), node('Food', 'Title')];
    expect(told([...nodes, node('Soup.'), node('Bread.', 'ListItem')])).toEqual([
      [null, 'Before.'],
      ['Parking', 'Behind the house.'],
      ['Food', 'Soup.'],
      ['Food', 'Bread.'],
    ]);
  });

  test('under headings of several depths, where the sender tells them', () => {
    const title = (text: string, category_depth: number) => node(text, 'Title', { category_depth });
    expect(told([title('Rooms', 0), title('Beds', 1), node('Soft.'), title('Halls', 0), node('Cold.')])).toEqual([
      ['Rooms > Beds', 'Soft.'],
      ['Halls', 'Cold.'],
    ]);
  });

  test('a heading with nothing below it is text itself', () => {
    expect(told([node('A price list', 'Title')])).toEqual([['A price list', 'A price list']]);
    expect(told([node('Call us', 'Title'), node('Write us', 'Title'), node('To the office.')])).toEqual([
      ['Call us', 'Call us'],
      ['Write us', 'To the office.'],
    ]);
  });

  test('a long one is text, whatever it is called', () => {
    const long = 'word '.repeat(60).trim();
    expect(told([node(long, 'Title'), node('More.')])).toEqual([
      [null, long],
      [null, 'More.'],
    ]);
  });

  test('those that say nothing are left out', () => {
    expect(told([node('', 'NarrativeText'), node(' \n '), node('12', 'PageNumber'), node('', 'PageBreak')])).toEqual(
      [],
    );
  });

  test('one that is too long for a passage is cut further, and all pieces carry what it carries', () => {
    const text = Array.from({ length: 400 }, (_, at) => `Sentence number ${at} says something.`).join(' ');
    const passages = cut([node('Rules', 'Title'), node(text, 'NarrativeText', { page: 3 })]);
    expect(passages.length).toBeGreaterThan(5);
    expect(passages.map(({ body }) => body).join(' ')).toBe(text);
    for (const { section, metadata } of passages)
      expect({ section, metadata }).toEqual({ section: 'Rules', metadata: { page: 3 } });
  });

  test('an asset is found by its description, outside of all sections', () => {
    const asset = { uuid: 'a1', mediaType: 'image/png', dataBase64: 'AAAA' };
    const assets = [
      { ...asset, description: 'A red door.' },
      { ...asset, uuid: 'a2', description: '' },
    ];
    expect(cut([node('Parts', 'Title'), node('One.')], assets)).toEqual([
      { position: 0, title: 'Guide', section: 'Parts', body: 'One.' },
      { position: 1, title: 'Guide', section: null, body: 'A red door.', metadata: { asset: 'a1' } },
    ]);
  });
});

test.each([
  ['price-list.json', 'price-list'],
  ['archive.tar.gz', 'archive.tar'],
  ['.env', '.env'],
  ['Version 2.0 of the rules', 'Version 2.0 of the rules'],
  ['Preise für Räume.md', 'Preise für Räume'],
  ['plain', 'plain'],
])('the title of %s is %s', (name, title) => {
  expect(titleOf(name)).toBe(title);
});

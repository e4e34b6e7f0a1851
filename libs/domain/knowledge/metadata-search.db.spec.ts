import { IndexedBases } from '#testing/knowledge';
import type { MetadataFilter, NewPassage, PassageMetadata } from './knowledge.types';

let bases: IndexedBases;
let baseId: string;

const BOOK = { author: { name: 'Jane' }, year: 2020, topics: ['cats', 'dogs'], draft: false };
const POST = {
  author: { name: 'John Smith' },
  year: 2024,
  parts: [
    { kind: 'a', size: 1 },
    { kind: 'b', size: 9 },
  ],
  note: null,
};

beforeAll(async () => {
  bases = await IndexedBases.open();
});
beforeEach(async () => {
  await bases.reset();
  baseId = await bases.newBase();
  await add('book', BOOK);
  await add('post', POST);
  await add('bare');
});
afterAll(() => bases.close());

async function add(
  name: string,
  metadata?: PassageMetadata,
  own: readonly (PassageMetadata | undefined)[] = [undefined],
) {
  const source = { ...(await bases.newDocument(baseId)), ...(metadata ? { metadata } : {}) };
  const passages = own.map(
    (one, position): NewPassage => ({
      ...{ position, title: name, section: null, body: `Words of ${name} ${position}.` },
      ...(one ? { metadata: one } : {}),
    }),
  );
  await bases.index.replace(source, passages);
  return source.documentId;
}

async function titles(filter: MetadataFilter): Promise<string[]> {
  const request = { baseIds: [baseId], query: 'words', limit: 10, filter };
  const found = (await bases.search.search(request)).map(({ title }) => title).sort();
  expect((await bases.search.searchKeyword(request)).map(({ title }) => title).sort()).toEqual(found);
  return found;
}

const key = (name: string, test: object) => ({ must: [{ key: name, ...test }] });

describe('a filter by metadata', () => {
  it.each<[string, MetadataFilter, string[]]>([
    ['a value', key('author.name', { match: { value: 'Jane' } }), ['book']],
    ['a number', key('year', { match: { value: 2024 } }), ['post']],
    ['a boolean', key('draft', { match: { value: false } }), ['book']],
    ['a value of another type', key('year', { match: { value: '2024' } }), []],
    ['an element of a list', key('topics', { match: { value: 'dogs' } }), ['book']],
    ['one of several', key('year', { match: { any: [2020, 2024, 'x'] } }), ['book', 'post']],
    ['none of several, of those that have one', key('year', { match: { except: [2020, 'x'] } }), ['post']],
    ['words of a text', key('author.name', { match: { text: 'smith JOHN' } }), ['post']],
    ['a range', key('year', { range: { gt: 2020, lte: 2024 } }), ['post']],
    ['a count', key('topics', { values_count: { gte: 2 } }), ['book']],
    ['what is not there', { must: [{ is_empty: { key: 'topics' } }] }, ['bare', 'post']],
    ['null', { must: [{ is_null: { key: 'note' } }] }, ['post']],
    ['objects in a list', key('parts[].size', { match: { value: 9 } }), ['post']],
    ['must not', { must_not: [{ key: 'year', range: { lt: 2022 } }] }, ['bare', 'post']],
    ['should', { should: [{ key: 'year', match: { value: 2020 } }, { is_empty: { key: 'year' } }] }, ['bare', 'book']],
    [
      'all clauses at once',
      { must: [{ key: 'year', range: { gt: 0 } }], must_not: [{ key: 'draft', match: { value: false } }] },
      ['post'],
    ],
    ['nothing that fits', key('author.name', { match: { value: "x'); drop table passage; --" } }), []],
    ['no condition', { must: [] }, ['bare', 'book', 'post']],
  ])('finds by %s', async (_, filter, found) => {
    expect(await titles(filter)).toEqual(found);
  });

  it('tells objects of a list apart', async () => {
    const both = (kind: string) => [
      { key: 'kind', match: { value: kind } },
      { key: 'size', range: { gt: 5 } },
    ];
    expect(await titles({ must: [{ nested: { key: 'parts', filter: { must: both('b') } } }] })).toEqual(['post']);
    expect(await titles({ must: [{ nested: { key: 'parts', filter: { must: both('a') } } }] })).toEqual([]);
  });

  it('finds documents by id, and nothing by what is no id', async () => {
    const id = await add('one');
    expect(await titles({ must: [{ has_id: [id, 'x'] }] })).toEqual(['one']);
    expect(await titles({ must: [{ has_id: [7] }] })).toEqual([]);
  });

  it('finds documents by their kind, also as one of several ways', async () => {
    const file = { ...(await bases.newDocument(baseId)), sourceType: 'file' };
    await bases.index.replace(file, [{ position: 0, title: 'scan', section: null, body: 'Words of a scan.' }]);
    const isFile = { has_source_type: ['file', 'text'] };
    expect(await titles({ must: [isFile] })).toEqual(['scan']);
    expect(await titles({ must_not: [isFile] })).toEqual(['bare', 'book', 'post']);
    expect(await titles({ should: [isFile, { key: 'year', match: { value: 2024 } }] })).toEqual(['post', 'scan']);
  });

  it("looks at a passage's own metadata before its document's, and gives both", async () => {
    await add('mixed', { lang: 'en', year: 1 }, [{ lang: 'fr' }, undefined]);
    expect(await titles(key('lang', { match: { value: 'fr' } }))).toEqual(['mixed']);
    const [french] = await bases.search.search({
      ...{ baseIds: [baseId], query: 'mixed', limit: 5 },
      filter: key('lang', { match: { value: 'fr' } }),
    });
    expect(french).toMatchObject({ position: 0, metadata: { lang: 'fr', year: 1 } });
    const [english] = await bases.search.search({
      ...{ baseIds: [baseId], query: 'mixed', limit: 5 },
      filter: key('lang', { match: { value: 'en' } }),
    });
    expect(english).toMatchObject({ position: 1, metadata: { lang: 'en', year: 1 } });
  });

  it('follows a change of the metadata', async () => {
    const id = await add('late');
    await bases.index.updateMetadata(id, { year: 1999 });
    expect(await titles(key('year', { range: { lt: 2000 } }))).toEqual(['late']);
  });

  it('is carried by portions of a long document', async () => {
    const source = { ...(await bases.newDocument(baseId)), metadata: { kind: 'long' } };
    const passage = { position: 0, title: 'long', section: null, body: 'Words.', metadata: { part: 1 } };
    await bases.index.begin(source, 1);
    await bases.index.append(bases.index.portion(source, [passage]));
    expect(
      await titles({
        must: [
          { key: 'kind', match: { value: 'long' } },
          { key: 'part', match: { value: 1 } },
        ],
      }),
    ).toEqual(['long']);
  });

  it('goes together with tags', async () => {
    const source = { ...(await bases.newDocument(baseId, ['new'])), metadata: BOOK };
    await bases.index.replace(source, [{ position: 0, title: 'tagged', section: null, body: 'Words.' }]);
    const request = { baseIds: [baseId], query: 'words', limit: 10, tags: ['new'] };
    const found = await bases.search.search({ ...request, filter: key('year', { match: { value: 2020 } }) });
    expect(found.map(({ title }) => title)).toEqual(['tagged']);
  });
});

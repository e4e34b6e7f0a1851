import { batchesOf, type IndexedDocument, type PassageBatch } from './passage-batches';

const german = async () => 'de' as const;

function documentOf(documentId: string, ...bodies: string[]): IndexedDocument {
  const source = { documentId, baseId: 'base', tags: [], sourceType: 'item' };
  return { source, passages: bodies.map((body, position) => ({ position, title: 'T', section: null, body })) };
}

async function batches(documents: Iterable<IndexedDocument>): Promise<PassageBatch[]> {
  return Array.fromAsync(batchesOf(documents, german));
}

const shapes = (all: readonly PassageBatch[]) =>
  all.map(({ documents, passages }) => ({
    documents: documents.map(({ source, passageCount, offset }) => [source.documentId, passageCount, offset]),
    passages: passages.length,
  }));

it('puts small documents together', async () => {
  const all = await batches([documentOf('a', 'One', 'Two'), documentOf('b'), documentOf('c', 'Three')]);
  expect(shapes(all)).toEqual([
    {
      documents: [
        ['a', 2, 0],
        ['b', 0, 2],
        ['c', 1, 2],
      ],
      passages: 3,
    },
  ]);
});

it('lets a long document go on, in order, and the next one begin where it ends', async () => {
  const all = await batches([
    documentOf('a', ...Array.from({ length: 600 }, (_, i) => `Body ${i}`)),
    documentOf('b', 'x'),
  ]);
  expect(shapes(all)).toEqual([
    { documents: [['a', 600, 0]], passages: 256 },
    { documents: [], passages: 256 },
    { documents: [['b', 1, 88]], passages: 89 },
  ]);
  expect(all.flatMap(({ passages }) => passages.map(({ position }) => position)).slice(0, 600)).toEqual([
    ...Array(600).keys(),
  ]);
});

it('bounds a batch by its characters too', async () => {
  const all = await batches([documentOf('a', ...Array.from({ length: 5 }, () => 'x'.repeat(400_000)))]);
  expect(all.map(({ passages }) => passages.length)).toEqual([3, 2]);
});

it('gives nothing for nothing', async () => {
  expect(await batches([])).toEqual([]);
});

describe('the language', () => {
  const languages = async (...bodies: string[]) =>
    (await batches([documentOf('a', ...bodies)])).flatMap(({ passages }) => passages.map(({ language }) => language));

  it('is that of the passage, or of the document when the passage does not tell', async () => {
    const english = 'This is what we do with the parcels that you have sent back to us.';
    const french = 'Voici ce que nous faisons avec les colis que vous nous avez renvoyés dans les délais.';
    expect(await languages(english, french, 'Parcels')).toEqual(['en', 'fr', 'en']);
  });

  it('of a text too short to tell is the usual one of the base, of a longer one none', async () => {
    expect(await languages('Lieferzeit')).toEqual(['de']);
    expect(await languages('Qwrtz '.repeat(100))).toEqual(['simple']);
  });
});

import { IndexedBases, MadeUpText, passagesOf, ReferenceSearch, rounded, storedPassages } from '#testing/knowledge';

let bases: IndexedBases;

beforeAll(async () => {
  bases = await IndexedBases.open();
});
beforeEach(() => bases.reset());
afterAll(() => bases.close());

describe('what is found', () => {
  it('equals a search in memory, over many small segments, with deleted passages and after a merge', async () => {
    const text = new MadeUpText(1);
    const baseId = await bases.newBase();
    const sources = [];
    for (let i = 0; i < 30; i++) sources.push(await bases.add(baseId, text.passages(1 + text.below(12))));
    expect((await bases.segmentSizes(baseId)).length).toBeGreaterThan(2);
    const queries = Array.from({ length: 8 }, () => text.query());
    const whole = await storedPassages(bases.test.database, baseId);
    const reference = new ReferenceSearch([whole]);
    for (const query of queries) expect(rounded(await bases.find(query, baseId))).toEqual(reference.find(query));

    await bases.index.remove(sources.slice(5, 19).map(({ documentId }) => documentId));
    const left = await storedPassages(bases.test.database, baseId);
    const isLeft = new Set(left.map(({ seq }) => seq));
    const gone = new Set(whole.map(({ seq }) => seq).filter((seq) => !isLeft.has(seq)));
    const candidates = Math.ceil(50 / (1 - gone.size / whole.length));
    for (const query of queries) {
      expect(rounded(await bases.find(query, baseId))).toEqual(reference.find(query, { gone, candidates }));
    }

    expect(gone.size).toBeGreaterThan(64);
    await bases.merging.merge(baseId);
    expect(await bases.segmentSizes(baseId)).toEqual([left.length]);
    const rest = new ReferenceSearch([left]);
    for (const query of queries) expect(rounded(await bases.find(query, baseId))).toEqual(rest.find(query));
  });

  it('equals a search in memory over two bases, whose statistics are pooled', async () => {
    const text = new MadeUpText(2);
    const [large, small] = [await bases.newBase(), await bases.newBase()];
    for (let i = 0; i < 4; i++) await bases.add(large, text.passages(25));
    for (let i = 0; i < 3; i++) await bases.add(small, text.passages(5));
    const reference = new ReferenceSearch([
      await storedPassages(bases.test.database, large),
      await storedPassages(bases.test.database, small),
    ]);
    for (let i = 0; i < 8; i++) {
      const query = text.query();
      expect(rounded(await bases.find(query, [large, small]))).toEqual(reference.find(query));
    }
  });

  it('tells where a passage is from', async () => {
    const baseId = await bases.newBase();
    const source = await bases.newDocument(baseId, ['help']);
    await bases.index.replace(source, [
      { position: 0, title: 'Shipping', section: null, body: 'We ship to all countries of Europe.' },
      { position: 1, title: 'Shipping', section: 'Returns', body: 'Parcels are sent back within thirty days.' },
    ]);
    const [found] = await bases.find('How do I send a parcel back?', baseId);
    expect(found).toEqual({
      id: `${source.documentId}:1`,
      documentId: source.documentId,
      baseId,
      position: 1,
      title: 'Shipping',
      section: 'Returns',
      body: 'Parcels are sent back within thirty days.',
      tags: ['help'],
      sourceType: 'item',
      language: 'en',
      score: expect.any(Number),
    });
  });

  it('is found by words of the title and of the heading', async () => {
    const baseId = await bases.newBase();
    const source = await bases.newDocument(baseId);
    await bases.index.replace(source, [{ position: 0, title: 'Warranty', section: 'Batteries', body: 'Two years.' }]);
    expect(await bases.find('warranty', baseId)).toHaveLength(1);
    expect(await bases.find('battery', baseId)).toHaveLength(1);
  });

  it('is a German passage for an inflected German query, and an English one for an English query', async () => {
    const baseId = await bases.newBase();
    const german =
      'Die Lieferung der bestellten Waren dauert in der Regel nicht länger als drei Tage, wenn sie auf Lager sind.';
    const english =
      'The delivery of the ordered goods usually does not take longer than three days if they are in stock.';
    await bases.add(baseId, [german]);
    await bases.add(baseId, [english]);
    expect((await bases.find('Wie lange dauern die Lieferungen?', baseId))[0]).toMatchObject({
      body: german,
      language: 'de',
    });
    expect((await bases.find('How long do deliveries take?', baseId))[0]).toMatchObject({
      body: english,
      language: 'en',
    });
  });

  it('is found although a word of the query is misspelt', async () => {
    const baseId = await bases.newBase();
    await bases.add(baseId, ['Our warranty covers defects of the material for two years.', 'We are open on Mondays.']);
    expect((await bases.find('what does the waranty cover', baseId))[0]?.body).toMatch(/^Our warranty/);
  });

  it('is nothing for a base without passages, an unknown base, no base, and a query without words', async () => {
    const baseId = await bases.newBase();
    expect(await bases.find('anything', baseId)).toEqual([]);
    expect(await bases.find('anything', '00000000-0000-7000-8000-000000000000')).toEqual([]);
    expect(await bases.find('anything', [])).toEqual([]);
    await bases.add(baseId, ['Something to find.']);
    expect(await bases.find('?! ...', baseId)).toEqual([]);
  });

  it('is at least as probable as asked for, and no more than asked for', async () => {
    const baseId = await bases.newBase();
    await bases.add(baseId, new MadeUpText(3).passages(80));
    const query = new MadeUpText(4).query();
    const all = await bases.find(query, baseId);
    expect(all.length).toBe(10);
    expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a));
    const minScore = all[4]?.score ?? 0;
    const probable = await bases.search.search({ baseIds: [baseId], query, limit: 3, minScore });
    expect(probable).toEqual(all.filter(({ score }) => score >= minScore).slice(0, 3));
  });

  it('may be more than fifty', async () => {
    const baseId = await bases.newBase();
    await bases.add(
      baseId,
      Array.from({ length: 120 }, (_, i) => `Entry ${i} on the garden.`),
    );
    expect(await bases.find('garden', baseId, { limit: 80 })).toHaveLength(80);
  });
});

describe('a filter by tags', () => {
  it('lets through exactly the passages with one of the tags, also when others are better', async () => {
    const text = new MadeUpText(5);
    const baseId = await bases.newBase();
    for (let i = 0; i < 40; i++) await bases.add(baseId, text.passages(5), [`group${i % 4}`, 'all']);
    const query = text.query();
    const found = await bases.find(query, baseId, { tags: ['group1', 'group3'], limit: 100 });
    const stored = await storedPassages(bases.test.database, baseId);
    const tagged = new Set(found.map(({ tags }) => tags[0]));
    expect(tagged).toEqual(new Set(['group1', 'group3']));
    expect(found.length).toBeGreaterThan(20);
    expect(found.length).toBeLessThan(stored.length);
    expect(await bases.find(query, baseId, { tags: ['group'] })).toEqual([]);
  });

  it('is applied before the best are chosen', async () => {
    const baseId = await bases.newBase();
    await bases.add(
      baseId,
      Array.from({ length: 200 }, () => 'Pears, pears, pears and pears.'),
    );
    const rare = await bases.add(
      baseId,
      ['One of the many fruits of the garden is the pear, which ripens late.'],
      ['rare'],
    );
    const found = await bases.find('pears', baseId, { tags: ['rare'] });
    expect(found.map(({ documentId }) => documentId)).toEqual([rare.documentId]);
  });

  it('follows a change of tags at once', async () => {
    const baseId = await bases.newBase();
    const { documentId } = await bases.add(baseId, ['A note on tomatoes.'], ['old']);
    await bases.index.updateTags(documentId, ['new']);
    expect(await bases.find('tomatoes', baseId, { tags: ['old'] })).toEqual([]);
    expect((await bases.find('tomatoes', baseId, { tags: ['new'] }))[0]?.tags).toEqual(['new']);
  });
});

describe('a process that has searched before', () => {
  it('finds what another process wrote since, and not what it removed', async () => {
    const baseId = await bases.newBase();
    const reader = bases.searchOfAnotherProcess();
    const find = (query: string) => reader.search({ baseIds: [baseId], query, limit: 5 });
    const first = await bases.add(baseId, ['The first note is about apples.']);
    expect(await find('apples')).toHaveLength(1);
    await bases.add(baseId, ['The second note is about apples too.']);
    expect(await find('apples')).toHaveLength(2);
    await bases.index.remove([first.documentId]);
    expect(await find('apples')).toHaveLength(1);
  });

  it('asks the database once for a search, of one base or of three, and twice for words that it has not met', async () => {
    const text = new MadeUpText(6);
    const three = [await bases.newBase(), await bases.newBase(), await bases.newBase()];
    const [known = '', unmet = ''] = text.passages(30);
    for (const baseId of three) await bases.add(baseId, [known, unmet, ...text.passages(28)]);
    const query = known.split(' ').slice(0, 2).join(' ');
    await bases.find(query, three);
    const statements = jest.spyOn(bases.test.database, 'query');
    try {
      await bases.find(query, three, { tags: ['none', 'other'] });
      expect(statements.mock.calls.length).toBe(1);
      statements.mockClear();
      expect(await bases.find(query, three)).not.toEqual([]);
      expect(statements.mock.calls.length).toBe(1);
      statements.mockClear();
      await bases.find(unmet.split(' ').slice(0, 5).join(' '), three);
      expect(statements.mock.calls.length).toBe(2);
    } finally {
      statements.mockRestore();
    }
  });

  it('finds what has changed with the words that it remembers', async () => {
    const baseId = await bases.newBase();
    const old = await bases.add(baseId, ['Plums are blue.']);
    const find = async () => (await bases.find('plums', baseId)).map(({ body }) => body).sort();
    const steps: [() => Promise<unknown>, string[]][] = [
      [async () => undefined, ['Plums are blue.']],
      [() => bases.add(baseId, ['Plums are sweet.']), ['Plums are blue.', 'Plums are sweet.']],
      [() => bases.merging.merge(baseId), ['Plums are blue.', 'Plums are sweet.']],
      [() => bases.index.remove([old.documentId]), ['Plums are sweet.']],
    ];
    for (const [change, expected] of steps) {
      await change();
      expect(await find()).toEqual(expected);
      expect(await find()).toEqual(expected);
    }
  });

  it('keeps nothing of a transaction that was rolled back', async () => {
    const baseId = await bases.newBase();
    await bases.add(baseId, ['A note on plums.']);
    await bases.find('plums', baseId);
    const failing = bases.test.database.transaction(async () => {
      await bases.add(baseId, ['Never stored: cherries.']);
      expect(await bases.find('cherries', baseId)).toHaveLength(1);
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await bases.find('cherries', baseId)).toEqual([]);
    await bases.add(baseId, ['Stored: quinces.']);
    expect(await bases.find('cherries', baseId)).toEqual([]);
    expect(await bases.find('quinces', baseId)).toHaveLength(1);
    expect(await bases.find('plums', baseId)).toHaveLength(1);
  });
});

describe('a search while the base changes', () => {
  it('always finds a document that is replaced again and again, and one that is not touched', async () => {
    const baseId = await bases.newBase();
    const touched = await bases.add(baseId, ['Notes on the zeppelin, version 0.']);
    const untouched = await bases.add(baseId, ['Notes on the submarine.']);
    let searches = 0;
    const writing = (async () => {
      for (let i = 1; searches < 25; i++) {
        await bases.index.replace(touched, passagesOf([`Notes on the zeppelin, version ${i}.`]));
        if (i % 10 === 0) await bases.merging.merge(baseId);
      }
    })();
    for (; searches < 25; searches++) {
      const found = await bases.find('notes on zeppelin and submarine', baseId);
      expect(found.map(({ documentId }) => documentId).sort()).toEqual(
        [touched.documentId, untouched.documentId].sort(),
      );
    }
    await writing;
  });

  it('finds all passages while their segments are merged', async () => {
    const baseId = await bases.newBase();
    const one = async (part: number) =>
      bases.add(
        baseId,
        Array.from({ length: 70 }, (_, i) => `Part ${part} of the harvest ${i}`),
      );
    for (let part = 0; part < 8; part++) await one(part);
    expect(await bases.segmentSizes(baseId)).toHaveLength(8);
    const searching = Array.from({ length: 6 }, async () => {
      const process = bases.searchOfAnotherProcess();
      for (let i = 0; i < 6; i++) {
        expect(await process.search({ baseIds: [baseId], query: 'harvest', limit: 50 })).toHaveLength(50);
      }
    });
    await Promise.all([bases.merging.merge(baseId), ...searching]);
    expect(await bases.segmentSizes(baseId)).toEqual([560]);
  });
});

describe('a keyword search', () => {
  const find = (baseId: string, query: string, more: { tags?: string[]; minScore?: number; limit?: number } = {}) =>
    bases.search.searchKeyword({ baseIds: [baseId], query, limit: 10, ...more });

  it('finds passages that contain all words, in parts of words too, whatever the case', async () => {
    const baseId = await bases.newBase();
    await bases.add(baseId, ['Refunds are paid within a week.', 'A refund needs the invoice.', 'Nothing of that.']);
    const bodies = async (query: string) => (await find(baseId, query)).map(({ body }) => body).sort();
    expect(await bodies('REFUND')).toEqual(['A refund needs the invoice.', 'Refunds are paid within a week.']);
    expect(await bodies('invoice refund')).toEqual(['A refund needs the invoice.']);
    expect(await bodies('efun nvoic')).toEqual(['A refund needs the invoice.']);
    expect(await bodies('refund, missing')).toEqual([]);
    await bases.add(baseId, ['RÜCKSENDUNG und Ärger']);
    expect(await bodies('ücksend')).toEqual(['RÜCKSENDUNG und Ärger']);
    expect(await bodies('ÄRGER und')).toEqual(['RÜCKSENDUNG und Ärger']);
    expect(await bodies('  ')).toEqual([]);
  });

  it('takes every character of a word as it is', async () => {
    const baseId = await bases.newBase();
    await bases.add(baseId, ['Rebates of 100% in C++ (part\\one).', 'Rebates of 1000 in C.', 'under_score']);
    expect(await find(baseId, '100%')).toHaveLength(1);
    expect(await find(baseId, 'C++')).toHaveLength(1);
    expect(await find(baseId, 'part\\one')).toHaveLength(1);
    expect(await find(baseId, 'r_score')).toHaveLength(1);
    expect(await find(baseId, 'rebates_of')).toHaveLength(0);
  });

  it('finds in the title too, filters by tags, and puts the best first', async () => {
    const baseId = await bases.newBase();
    const titled = await bases.newDocument(baseId, ['a']);
    await bases.index.replace(titled, [{ position: 0, title: 'Gift cards', section: null, body: 'Valid for a year.' }]);
    await bases.add(baseId, ['We also mention, among many other things that fill this text, gift cards.'], ['b']);
    const found = await find(baseId, 'gift cards');
    expect(found.map(({ documentId }) => documentId)[0]).toBe(titled.documentId);
    expect(found).toHaveLength(2);
    expect(await find(baseId, 'gift cards', { tags: ['b'] })).toHaveLength(1);
  });
});

import { IndexedBases, MadeUpText, passagesOf } from '#testing/knowledge';
import type { PassageSource } from './knowledge.types';

let bases: IndexedBases;

beforeAll(async () => {
  bases = await IndexedBases.open();
});
beforeEach(() => bases.reset());
afterAll(() => bases.close());

async function countOf(table: string): Promise<number> {
  const [row] = await bases.test.database.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row?.count ?? 0;
}

const tables = ['passage_source', 'passage', 'lexical_segment', 'lexical_posting'];
const counts = async () => Promise.all(tables.map(countOf));

async function deletedPassages(baseId: string): Promise<number> {
  const [row] = await bases.test.database.query<{ deleted: number }>(
    'select deleted_passages as deleted from lexical_index where base_id = $1',
    [baseId],
  );
  return row?.deleted ?? 0;
}

/** A text of its own for each number. */
const note = (number: number) => `Note about number${number} of the list.`;

describe('a document', () => {
  it('is found by its new passages alone once they are replaced', async () => {
    const baseId = await bases.newBase();
    const source = await bases.add(baseId, ['A note on apples.', 'A note on pears.']);
    await bases.index.replace(source, passagesOf(['A note on quinces.']));
    expect(await bases.find('apples', baseId)).toEqual([]);
    expect((await bases.find('quinces', baseId)).map(({ id }) => id)).toEqual([`${source.documentId}:0`]);
    expect(await countOf('passage')).toBe(1);
  });

  it('may have no passages, or passages without a single word', async () => {
    const baseId = await bases.newBase();
    await bases.add(baseId, []);
    await bases.add(baseId, ['', '...', '?!']);
    await bases.add(baseId, ['A word.']);
    expect(await bases.find('word', baseId)).toHaveLength(1);
  });

  it('may be very long', async () => {
    const text = new MadeUpText(11);
    const baseId = await bases.newBase();
    const megabyte = Array.from({ length: 1_100 }, (_, i) => `${note(i)} ${'x'.repeat(900)}`);
    const source = await bases.add(baseId, [...megabyte, text.passage()]);
    expect(await bases.segmentSizes(baseId)).toEqual([256, 256, 256, 256, 77]);
    expect((await bases.find('number1099', baseId))[0]?.id).toBe(`${source.documentId}:1099`);
    expect((await bases.find('number3', baseId))[0]?.id).toBe(`${source.documentId}:3`);
  });

  it('is found in its new base alone when it moves', async () => {
    const [from, to] = [await bases.newBase(), await bases.newBase()];
    const source = await bases.add(from, ['A note on figs.']);
    await bases.index.replace({ ...source, baseId: to }, passagesOf(['A note on figs.']));
    expect(await bases.find('figs', from)).toEqual([]);
    expect(await bases.find('figs', to)).toHaveLength(1);
    expect(await deletedPassages(from)).toBe(1);
  });

  it('is not found from the moment it is removed, and neither when its row or its base goes', async () => {
    const baseId = await bases.newBase();
    const [one, two] = [await bases.add(baseId, ['Note on kiwis.']), await bases.add(baseId, ['Note on kiwis.'])];
    await bases.add(baseId, ['Note on kiwis.']);
    await bases.index.remove([one.documentId]);
    expect(await bases.find('kiwis', baseId)).toHaveLength(2);
    await bases.test.database.query('delete from document where id = $1', [two.documentId]);
    expect(await bases.find('kiwis', baseId)).toHaveLength(1);
    await bases.test.database.query('delete from knowledge_base where id = $1', [baseId]);
    expect(await bases.find('kiwis', baseId)).toEqual([]);
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });
});

describe('many documents in one transaction', () => {
  it('make one segment, and are all found', async () => {
    const baseId = await bases.newBase();
    const documents = [];
    for (let i = 0; i < 100; i++)
      documents.push({ source: await bases.newDocument(baseId), passages: passagesOf([note(i), note(i + 100)]) });
    await bases.index.replaceMany(baseId, documents);
    expect(await bases.segmentSizes(baseId)).toEqual([200]);
    for (const i of [0, 57, 99]) {
      const [found] = await bases.find(`number${i + 100}`, baseId);
      expect(found?.id).toBe(`${documents[i]?.source.documentId}:1`);
    }
  });

  it('are taken from a generator a few at a time', async () => {
    const baseId = await bases.newBase();
    const source = await bases.newDocument(baseId);
    const sources = [source, ...(await Promise.all(Array.from({ length: 599 }, () => bases.newDocument(baseId))))];
    let given = 0;
    const ahead: number[] = [];
    const write = jest.spyOn(bases.test.database, 'query');
    async function* documents() {
      for (const [i, one] of sources.entries()) {
        given++;
        ahead.push(given - (await writtenSoFar()));
        yield { source: one, passages: passagesOf([note(i)]) };
      }
    }
    const writtenSoFar = async () =>
      write.mock.calls.filter(([sql]) => sql.includes('insert into passage ')).length * 256;
    await bases.index.replaceMany(baseId, documents());
    write.mockRestore();
    expect(Math.max(...ahead)).toBeLessThanOrEqual(257);
    expect(await countOf('passage')).toBe(600);
  });

  it('leave no trace when the transaction rolls back', async () => {
    const baseId = await bases.newBase();
    await bases.add(baseId, ['Stays.']);
    const before = await counts();
    const failing = bases.test.database.transaction(async () => {
      for (let i = 0; i < 3; i++)
        await bases.add(
          baseId,
          Array.from({ length: 200 }, (_, n) => note(n)),
        );
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await counts()).toEqual(before);
    expect(bases.jobs.put).toEqual([]);
    expect(await bases.find('stays', baseId)).toHaveLength(1);
    expect(await bases.find('number7', baseId)).toEqual([]);
  });
});

describe('writers of one base', () => {
  it('lose nothing when they write at once', async () => {
    const baseId = await bases.newBase();
    const sources: PassageSource[] = [];
    for (let i = 0; i < 64; i++) sources.push(await bases.newDocument(baseId));
    const writer = async (first: number) => {
      for (let i = first; i < sources.length; i += 8) {
        await bases.index.replace(sources[i] as PassageSource, passagesOf([note(i)]));
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, first) => writer(first)));
    for (const [i, { documentId }] of sources.entries()) {
      expect((await bases.find(`number${i}`, baseId))[0]?.documentId).toBe(documentId);
    }
    expect(await bases.segmentSizes(baseId)).toEqual([64]);
  });

  it('add to the newest segment while it is small, and leave out what is deleted', async () => {
    const baseId = await bases.newBase();
    const first = await bases.add(baseId, [note(1)]);
    await bases.add(baseId, [note(2)]);
    for (let i = 0; i < 5; i++) await bases.index.replace(first, passagesOf([note(3 + i)]));
    expect(await bases.segmentSizes(baseId)).toEqual([2]);
    expect(await deletedPassages(baseId)).toBe(0);
    await bases.add(
      baseId,
      Array.from({ length: 70 }, (_, i) => note(100 + i)),
    );
    expect(await bases.segmentSizes(baseId)).toEqual([2, 70]);
    await bases.add(baseId, [note(200)]);
    expect(await bases.segmentSizes(baseId)).toEqual([2, 70, 1]);
  });

  it('keep the passages of a long document whose end stands in the newest segment', async () => {
    const baseId = await bases.newBase();
    const long = await bases.add(
      baseId,
      Array.from({ length: 300 }, (_, i) => note(i)),
    );
    await bases.add(baseId, ['']);
    const other = await bases.add(baseId, ['A note on dates.']);
    await bases.index.replace(other, passagesOf(['A note on limes.']));
    expect(await bases.segmentSizes(baseId)).toEqual([256, 46]);
    expect((await bases.find('number299', baseId))[0]?.id).toBe(`${long.documentId}:299`);
    expect(await bases.find('limes', baseId)).toHaveLength(1);
  });
});

describe('a merge is asked for', () => {
  const asked = (baseId: string) => ({ job: 'knowledge.merge-segments', payload: { baseId } });
  const segmentOf70 = () => Array.from({ length: 70 }, (_, i) => note(i));

  it('at the eighth segment of one size, after the commit', async () => {
    const baseId = await bases.newBase();
    for (let i = 0; i < 7; i++) await bases.add(baseId, segmentOf70());
    expect(bases.jobs.put).toEqual([]);
    await bases.test.database.transaction(async () => {
      await bases.add(baseId, segmentOf70());
      expect(bases.jobs.put).toEqual([]);
    });
    expect(bases.jobs.put).toEqual([asked(baseId)]);
  });

  it('when more than a fifth of many passages is deleted', async () => {
    const baseId = await bases.newBase();
    const sources = [];
    for (let i = 0; i < 5; i++) sources.push(await bases.add(baseId, segmentOf70()));
    await bases.index.remove([sources[0]?.documentId ?? '']);
    expect(bases.jobs.put).toEqual([]);
    await bases.index.remove([sources[1]?.documentId ?? '']);
    expect(bases.jobs.put).toEqual([asked(baseId)]);
  });
});

it('refuses passages for a base without an index', async () => {
  const baseId = await bases.newBase();
  const source = await bases.newDocument(baseId);
  await bases.test.database.query('delete from lexical_index where base_id = $1', [baseId]);
  await expect(bases.index.replace(source, passagesOf(['Text.']))).rejects.toThrow('has no index');
});

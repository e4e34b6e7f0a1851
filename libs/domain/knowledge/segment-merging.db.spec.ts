import { IndexedBases } from '#testing/knowledge';

let bases: IndexedBases;

beforeAll(async () => {
  bases = await IndexedBases.open();
});
beforeEach(() => bases.reset());
afterAll(() => bases.close());

const part = (number: number, size = 66) =>
  Array.from({ length: size }, (_, i) => `Entry${number}x${i} of the chronicle, part${number}.`);

async function withSegments(count: number) {
  const baseId = await bases.newBase();
  const sources = [];
  for (let i = 0; i < count; i++) sources.push(await bases.add(baseId, part(i)));
  return { baseId, sources };
}

async function isMergeWanted(baseId: string): Promise<boolean | undefined> {
  const [row] = await bases.test.database.query<{ wanted: boolean }>(
    'select merge_wanted as wanted from lexical_index where base_id = $1',
    [baseId],
  );
  return row?.wanted;
}

it('makes eight segments one, finds all as before, and is done when run again', async () => {
  const { baseId } = await withSegments(8);
  const queries = ['entry3x5', 'part7 chronicle', 'entry0x0 entry7x65'];
  const before = [];
  for (const query of queries) before.push(await bases.find(query, baseId));
  await bases.merging.merge(baseId);
  expect(await bases.segmentSizes(baseId)).toEqual([8 * 66]);
  for (const [i, query] of queries.entries()) expect(await bases.find(query, baseId)).toEqual(before[i]);
  expect(await isMergeWanted(baseId)).toBe(false);
  await bases.merging.merge(baseId);
  expect(await bases.segmentSizes(baseId)).toEqual([8 * 66]);
});

it('leaves few segments alone', async () => {
  const { baseId } = await withSegments(3);
  await bases.merging.merge(baseId);
  expect(await bases.segmentSizes(baseId)).toEqual([66, 66, 66]);
});

it('drops what is deleted, so that nothing names it', async () => {
  const { baseId, sources } = await withSegments(4);
  await bases.index.remove(sources.slice(0, 2).map(({ documentId }) => documentId));
  await bases.merging.merge(baseId);
  expect(await bases.segmentSizes(baseId)).toEqual([2 * 66]);
  const [index] = await bases.test.database.query(
    'select deleted_passages as deleted from lexical_index where base_id = $1',
    [baseId],
  );
  expect(index).toEqual({ deleted: 0 });
  expect(await bases.find('part0', baseId)).toEqual([]);
  expect(await bases.find('part3', baseId)).not.toEqual([]);
});

it('leaves nothing of a base whose passages are all deleted', async () => {
  const { baseId, sources } = await withSegments(2);
  await bases.index.remove(sources.map(({ documentId }) => documentId));
  await bases.merging.merge(baseId);
  expect(await bases.segmentSizes(baseId)).toEqual([]);
  expect(await isMergeWanted(baseId)).toBe(false);
});

it('merges passages without a single word', async () => {
  const baseId = await bases.newBase();
  for (let i = 0; i < 8; i++) await bases.add(baseId, Array(64).fill('...'));
  await bases.add(baseId, ['A word.']);
  await bases.merging.merge(baseId);
  expect(await bases.segmentSizes(baseId)).toEqual([8 * 64 + 1]);
  expect(await bases.find('word', baseId)).toHaveLength(1);
});

it('does nothing for a base that is gone', async () => {
  await expect(bases.merging.merge('00000000-0000-7000-8000-000000000000')).resolves.toBeUndefined();
});

it('loses nothing when it runs at once with itself and with writers', async () => {
  const { baseId } = await withSegments(8);
  const writing = (async () => {
    for (let i = 8; i < 14; i++) await bases.add(baseId, [`Entry${i}x0 of the chronicle.`]);
  })();
  await Promise.all([bases.merging.merge(baseId), bases.merging.merge(baseId), writing]);
  for (const entry of [...Array(8).keys()].map((i) => `entry${i}x${i}`)) {
    expect((await bases.find(entry, baseId))[0]?.body.toLowerCase()).toContain(entry);
  }
  for (let i = 8; i < 14; i++) expect((await bases.find(`entry${i}x0`, baseId))[0]?.body).toContain(`Entry${i}x0`);
  const sizes = await bases.segmentSizes(baseId);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(8 * 66 + 6);
});

it('gives way to a writer that changed its segments meanwhile, and then starts again', async () => {
  const { baseId, sources } = await withSegments(7);
  await bases.add(baseId, ['The newest entry.']);
  const { database } = bases.test;
  const transaction = database.transaction.bind(database);
  const swap = jest.spyOn(database, 'transaction').mockImplementationOnce(async (work) => {
    await transaction(async () => {
      await bases.add(baseId, ['An entry on the lighthouse.']);
    });
    return transaction(work);
  });
  await bases.merging.merge(baseId);
  swap.mockRestore();
  expect(await bases.segmentSizes(baseId)).toEqual([7 * 66 + 2]);
  expect(await bases.find('lighthouse', baseId)).toHaveLength(1);
  expect((await bases.find('entry6x6', baseId))[0]?.documentId).toBe(sources[6]?.documentId);
});

it('is swept up when its job was lost', async () => {
  const { baseId } = await withSegments(8);
  await bases.newBase();
  bases.jobs.put.length = 0;
  await bases.merging.sweep();
  expect(bases.jobs.put).toEqual([{ job: 'knowledge.merge-segments', payload: { baseId } }]);
  await bases.merging.merge(baseId);
  bases.jobs.put.length = 0;
  await bases.merging.sweep();
  expect(bases.jobs.put).toEqual([]);
});

import { Logger } from '@nestjs/common';
import { DocumentsService } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { Database } from '#infra/database';
import { AppError } from '#kernel';
import { BlobStore } from '#providers/blob-store';
import { ImportsUnderTest } from '#testing/transfers';
import { MAX_RUNS, QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';
import { BATCH_LIMITS } from './row-batches';
import { RunningQueries } from './running.queries';

const SHOP = [
  {
    type: 'item',
    key: 'hours',
    title: 'Hours',
    content: 'We open at nine.',
    tags: ['a'],
    sourceType: 'wiki',
    language: 'en',
  },
  { title: 'Delivery', content: 'It takes two days.', metadata: { x: { y: [1] } } },
  { key: 'refund', question: 'May I send it back?', alternates: ['Do you refund?'], answer: 'Within 30 days.' },
];

/** So that few rows are several batches; and what is told of imports that are given up stays untold. */
const shrinkBatches = () => {
  jest.replaceProperty(BATCH_LIMITS, 'rows', 3);
  jest.spyOn(Logger.prototype, 'error').mockReturnValue();
};

describe('an import whose run dies', () => {
  let under: ImportsUnderTest;

  beforeAll(async () => {
    under = await ImportsUnderTest.open();
  });
  afterAll(() => under.close());
  beforeEach(async () => {
    await under.reset();
    shrinkBatches();
  });
  afterEach(() => jest.restoreAllMocks());

  /** From its `count`th statement on nothing of it reaches the database any more. Gives whether it came to that. */
  const runUntil = async (id: string, count: number): Promise<boolean> => {
    const { query, execute } = Database.prototype;
    let statements = 0;
    const dying = <Run extends (...args: never[]) => unknown>(work: Run) =>
      function (this: Database, ...args: Parameters<Run>) {
        statements += 1;
        return statements < count ? work.apply(this, args) : Promise.reject(new Error('killed'));
      };
    jest.spyOn(Database.prototype, 'query').mockImplementation(dying(query) as typeof query);
    jest.spyOn(Database.prototype, 'execute').mockImplementation(dying(execute) as typeof execute);
    await under.run(id).catch(() => undefined);
    jest.restoreAllMocks();
    shrinkBatches();
    return statements >= count;
  };

  test('before whichever statement, lose no row and bring none twice', async () => {
    const rows = Array.from(
      { length: 5 },
      (_, at): Record<string, string> => ({
        ...(at % 2 === 0 ? { key: `k${at}` } : {}),
        ...(at % 3 === 0 ? { question: `Ask ${at}?`, answer: `a${at}` } : { title: `T${at}`, content: `word${at}` }),
      }),
    );
    const wanted = rows.flatMap(({ title }) => title ?? []);
    for (let count = 1; ; count++) {
      const base = await under.newBase();
      await under.fixture.get(DocumentsService).addItem(under.tenant.actor, base, { title: 'Old', content: 'old' });
      const id = await under.start(rows, { mode: 'replace' }, base);
      const hasDied = await runUntil(id, count);
      if (hasDied && (await under.get(id, base)).status !== 'completed') {
        under.fixture.clock.advance(RUN_LEASE_MS + 1);
        expect(await under.sweep()).toEqual([id]);
        await under.run(id);
      }
      const { status, counts } = await under.get(id, base);
      expect([count, status, counts]).toEqual([
        count,
        'completed',
        { read: 5, added: 5, updated: 0, unchanged: 0, failed: 0, removed: 1 },
      ]);
      expect(await under.titles(base)).toEqual(wanted);
      expect((await under.questions(base)).map(({ answer }) => answer)).toEqual(
        rows.flatMap(({ answer }) => answer ?? []),
      );
      expect(await under.search('word4', base)).toHaveLength(1);
      if (!hasDied) break;
      await under.fixture.get(KnowledgeBasesService).delete(under.tenant.actor, base);
    }
    const counted = Object.values(await under.passages());
    expect([counted.length, Math.max(...counted)]).toEqual([5, 1]);
  }, 120_000);

  test('are taken up by another one; the dead one, woken up, writes nothing', async () => {
    const id = await under.start(SHOP);
    const queries = under.fixture.get(RunningQueries);
    const setChecked = queries.setChecked.bind(queries);
    jest.spyOn(queries, 'setChecked').mockImplementationOnce(async (...args) => {
      const isHeld = await setChecked(...args);
      under.fixture.clock.advance(RUN_LEASE_MS + 1);
      await under.sweep();
      await under.run(id);
      return isHeld;
    });
    await under.run(id);
    expect(await under.get(id)).toMatchObject({ status: 'completed', counts: { read: 3, added: 3 } });
    expect(await under.titles()).toEqual(['Hours', 'Delivery']);
  });

  test('are put again when their message was lost', async () => {
    const id = await under.start(SHOP);
    expect(await under.sweep()).toEqual([]);
    under.fixture.clock.advance(QUEUE_LEASE_MS + 1);
    expect(await under.sweep()).toEqual([id]);
  });

  test('again and again without writing anything are given up', async () => {
    const id = await under.start(SHOP);
    for (let run = 0; run < MAX_RUNS; run++) {
      await runUntil(id, 2);
      under.fixture.clock.advance(RUN_LEASE_MS + 1);
      await under.sweep();
    }
    await under.run(id);
    expect(await under.get(id)).toMatchObject({ status: 'failed', error: { code: 'transfers.cut_off' } });
  });

  test('with their process asked to end go on at once, uncounted', async () => {
    const stopping = new AbortController();
    const id = await under.start(SHOP);
    const queries = under.fixture.get(RunningQueries);
    const setChecked = queries.setChecked.bind(queries);
    jest.spyOn(queries, 'setChecked').mockImplementationOnce(async (...args) => {
      stopping.abort();
      return setChecked(...args);
    });
    await expect(under.run(id, stopping.signal)).rejects.toThrow();
    expect(await under.get(id)).toMatchObject({ status: 'queued', rowCount: 3 });
    await under.run(id);
    expect(await under.get(id)).toMatchObject({ status: 'completed', counts: { added: 3 } });
  });

  test('wait for a blob store that is away as long as it takes', async () => {
    const id = await under.start(SHOP);
    for (let run = 0; run < MAX_RUNS + 2; run++) {
      const away = new AppError('blob_store.unavailable', 'unavailable', 'Away.');
      jest.spyOn(under.fixture.get(BlobStore), 'get').mockRejectedValueOnce(away);
      await expect(under.run(id)).rejects.toBe(away);
    }
    await under.run(id);
    expect(await under.get(id)).toMatchObject({ status: 'completed' });
  });
});

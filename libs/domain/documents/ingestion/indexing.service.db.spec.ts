import { CHUNKING_LIMITS, KnowledgeBasesService, PassageIndex } from '#domain/knowledge';
import { TextExtractors } from '#providers/text-extraction';
import { eventually } from '#testing';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { DocumentSearch } from '../document-search.service';
import { IndexingQueries } from './indexing.queries';
import { DocumentIndexing } from './indexing.service';
import { QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';
import { DocumentUploads } from './uploads.service';
import type { NewUpload } from './uploads.types';

const RUNNING = new AbortController().signal;
const LONG = Array.from(
  { length: 900 },
  (_, at) => `## Locker ${at}\n\nLocker number${at} holds the lamp of guest ${at}.`,
);

describe('uploaded documents', () => {
  let fixture: DocumentsUnderTest;
  let uploads: DocumentUploads;
  let indexing: DocumentIndexing;
  let queries: IndexingQueries;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    uploads = fixture.get(DocumentUploads);
    indexing = fixture.get(DocumentIndexing);
    queries = fixture.get(IndexingQueries);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });
  afterEach(() => jest.restoreAllMocks());

  const add = (content: string, input: Partial<NewUpload> = {}) =>
    uploads.add(tenant.actor, tenant.bot.id, {
      title: 'Guide',
      bytes: Buffer.from(content),
      format: 'markdown',
      ...input,
    });
  const get = (id: string) => uploads.get(tenant.actor, tenant.bot.id, id);
  const cancel = (id: string) => uploads.cancel(tenant.actor, tenant.bot.id, id);
  const index = (id: string, signal = RUNNING) => indexing.index(id, signal);
  const found = async (baseId: string, query: string) =>
    (await fixture.get(DocumentSearch).search(tenant.actor, baseId, { query, limit: 10 })).map(
      ({ document }) => document.id,
    );
  const passagesOf = async (id: string) => {
    const rows = await fixture.db.database.query<{ positions: number[] }>(
      "select coalesce(array_agg(position order by position), '{}') as positions from passage where document_id = $1",
      [id],
    );
    return rows[0]!.positions;
  };
  /** The process dies: whatever the run would still do is never done. */
  const dieWith = (error: Error) => {
    jest.spyOn(queries, 'release').mockRejectedValue(error);
    jest.spyOn(queries, 'fail').mockRejectedValue(error);
  };
  const sweep = async () => {
    fixture.queued.length = 0;
    await indexing.sweep();
    return fixture.queued;
  };

  test('wait, are indexed, and are found; what happened is told once', async () => {
    const added = await add('# Lamps\n\nThe lamp of the hall is in the cellar and costs nine euros.', {
      tags: [' a', 'a'],
      metadata: { x: 1 },
    });
    expect(added).toMatchObject({ state: 'queued', progress: 0, stage: null, format: 'markdown', tags: ['a'] });
    expect({ ...(await get(added.id)) }).toEqual(added);
    expect(fixture.queued).toEqual([added.id]);
    fixture.outbox.events.length = 0;
    await index(added.id);
    await index(added.id);
    expect(await get(added.id)).toMatchObject({ state: 'ready', progress: 100, passageCount: 1, language: 'en' });
    expect(await found(added.baseId, 'lamp')).toEqual([added.id]);
    expect(fixture.outbox.events).toEqual([
      {
        name: 'document.added',
        teamId: tenant.actor.teamId,
        data: { documentId: added.id, baseId: added.baseId, kind: 'text', title: 'Guide', tags: ['a'] },
      },
    ]);
  });

  test('that wait in one base are indexed together', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 40; at++) ids.push((await add(`Locker number${at}.`)).id);
    await index(ids[7]!);
    const { items } = await uploads.list(tenant.actor, tenant.bot.id, { page: 1, limit: 100, state: 'ready' });
    expect(items.map(({ id }) => id)).toEqual(ids.toReversed());
  });

  test('of some size are taken along up to what one transaction takes, and become one segment', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 8; at++) ids.push((await add(`Locker number${at} is blue. `.repeat(1_500))).id);
    const claim = jest.spyOn(queries, 'claim');
    await index(ids[0]!);
    const claimed = await Promise.all(claim.mock.results.map(async ({ value }) => (await value).length));
    expect(claimed).toEqual([5, 3, 0]);
    for (const id of ids) expect(await get(id)).toMatchObject({ state: 'ready' });
    const segments = await fixture.db.database.query('select passage_count from lexical_segment');
    expect(segments).toHaveLength(2);
  });

  test('of which one is cancelled when all are about to be written are indexed without it', async () => {
    const [first, second] = [await add('The lamp is red.'), await add('The lamp is blue.')];
    const pack = fixture.get(PassageIndex).pack.bind(fixture.get(PassageIndex));
    jest.spyOn(PassageIndex.prototype, 'pack').mockImplementation(async (...given) => {
      const packed = await pack(...given);
      await cancel(second.id);
      return packed;
    });
    await index(first.id);
    expect(await found(first.baseId, 'lamp')).toEqual([first.id]);
    expect(await get(second.id)).toMatchObject({ state: 'cancelled' });
  });

  test('that cannot be read fail at once, with a reason for people, and do not hold up others', async () => {
    const bad = await add('{"a": ', { format: 'json' });
    const good = await add('Fine.');
    const empty = await add(' \n ', { format: 'text' });
    const binary = await add('', { bytes: Buffer.from([0, 1, 2, 3]), format: undefined as never });
    await index(bad.id);
    expect((await get(bad.id)).error).toEqual({
      code: 'text_extraction.malformed',
      message: expect.stringMatching(/^The file is not valid JSON: /),
    });
    expect(await get(binary.id)).toMatchObject({
      state: 'failed',
      format: null,
      error: { code: 'text_extraction.not_text' },
    });
    expect(await get(empty.id)).toMatchObject({ state: 'failed', error: { message: 'The file holds no text.' } });
    expect(await get(good.id)).toMatchObject({ state: 'ready' });
  });

  describe('that are long', () => {
    test('go in portions, each with its progress, and keep the order of their passages', async () => {
      const { id, baseId } = await add(LONG.join('\n\n'));
      const seen: number[] = [];
      const append = fixture.get(PassageIndex).append.bind(fixture.get(PassageIndex));
      jest.spyOn(PassageIndex.prototype, 'append').mockImplementation(async (portion) => {
        seen.push((await get(id)).progress);
        return append(portion);
      });
      await index(id);
      expect(seen.length).toBeGreaterThan(2);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(await get(id)).toMatchObject({ state: 'ready', progress: 100, passageCount: LONG.length });
      expect(await passagesOf(id)).toEqual(LONG.map((_, at) => at));
      for (const at of [0, 300, 899]) expect(await found(baseId, `number${at}`)).toEqual([id]);
    });

    test('are found beside what others write meanwhile', async () => {
      const { id, baseId } = await add(LONG.join('\n\n'));
      const append = fixture.get(PassageIndex).append.bind(fixture.get(PassageIndex));
      let others = 0;
      jest.spyOn(PassageIndex.prototype, 'append').mockImplementation(async (portion) => {
        await append(portion);
        const source = { documentId: (await add(`x`)).id, baseId, tags: [], sourceType: 'text' };
        const passages = [{ position: 0, title: '', section: null, body: `Guest other${others++} has the key.` }];
        await fixture.get(PassageIndex).replace(source, passages);
      });
      await index(id);
      expect(others).toBeGreaterThan(2);
      for (let at = 0; at < others; at++) expect(await found(baseId, `other${at}`)).toHaveLength(1);
      for (const at of [0, 255, 256, 899]) expect(await found(baseId, `number${at}`)).toEqual([id]);
    });

    test.each([0, 1, 3])(
      'and cut off by a crash after portion %i are begun anew, with nothing twice',
      async (survived) => {
        const { id, baseId } = await add(LONG.join('\n\n'));
        const append = fixture.get(PassageIndex).append.bind(fixture.get(PassageIndex));
        let portions = 0;
        jest.spyOn(PassageIndex.prototype, 'append').mockImplementation((portion) => {
          if (portions++ === survived) throw new Error('killed');
          return append(portion);
        });
        dieWith(new Error('killed'));
        await expect(index(id)).rejects.toThrow('killed');
        jest.restoreAllMocks();
        expect(await get(id)).toMatchObject({ state: 'running' });
        const { progress } = await get(id);
        expect(await sweep()).toEqual([]);
        fixture.clock.advance(RUN_LEASE_MS + 1);
        expect(await sweep()).toEqual([id]);
        expect((await get(id)).progress).toBe(progress);
        await index(id);
        expect(await get(id)).toMatchObject({ state: 'ready', passageCount: LONG.length });
        expect(await passagesOf(id)).toEqual(LONG.map((_, at) => at));
        expect(await found(baseId, 'number500')).toEqual([id]);
      },
    );

    test('and cancelled in the middle stop, and leave nothing behind', async () => {
      const { id, baseId } = await add(LONG.join('\n\n'));
      const append = fixture.get(PassageIndex).append.bind(fixture.get(PassageIndex));
      const portion = fixture.get(PassageIndex).portion.bind(fixture.get(PassageIndex));
      const appended = jest.spyOn(PassageIndex.prototype, 'append').mockImplementation(append);
      const original = queries.hold.bind(queries);
      let holds = 0;
      jest.spyOn(queries, 'hold').mockImplementation((...given) => {
        holds++;
        return original(...given);
      });
      let cancelling: Promise<unknown> | undefined;
      jest.spyOn(PassageIndex.prototype, 'portion').mockImplementation((...given) => {
        if (holds === 2) cancelling ??= cancel(id);
        return portion(...given);
      });
      const run = index(id);
      await eventually(() => cancelling);
      await Promise.all([run, cancelling]);
      expect(await get(id)).toMatchObject({ state: 'cancelled', stage: null, passageCount: 0 });
      expect(appended.mock.calls.length).toBeLessThan(4);
      expect(await passagesOf(id)).toEqual([]);
      expect(await found(baseId, 'number0')).toEqual([]);
      await uploads.retry(tenant.actor, tenant.bot.id, id);
      expect(await get(id)).toMatchObject({ state: 'queued', progress: 0 });
      await index(id);
      expect(await get(id)).toMatchObject({ state: 'ready', passageCount: LONG.length });
    });
  });

  test('whose message is lost are put again, and those that are at work are not', async () => {
    const lost = await add('Lost.');
    expect(await sweep()).toEqual([]);
    fixture.clock.advance(QUEUE_LEASE_MS + 1);
    const fresh = await add('Fresh.');
    expect(await sweep()).toEqual([lost.id]);
    expect(await sweep()).toEqual([]);
    await index(lost.id);
    fixture.clock.advance(QUEUE_LEASE_MS + 1);
    expect(await sweep()).toEqual([]);
    expect(await get(fresh.id)).toMatchObject({ state: 'ready' });
  });

  test('belong to one run: one that wakes up late changes nothing', async () => {
    const { id, baseId } = await add('The lamp costs nine euros.');
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const extractors = fixture.get(TextExtractors);
    const original = extractors.extract.bind(extractors);
    const extract = jest.spyOn(extractors, 'extract').mockImplementationOnce(async (...given) => {
      await asleep;
      return original(...given);
    });
    const late = index(id);
    await eventually(() => extract.mock.calls.length > 0);
    await index(id);
    expect(extract).toHaveBeenCalledTimes(1);
    fixture.clock.advance(RUN_LEASE_MS + 1);
    await sweep();
    await index(id);
    fixture.outbox.events.length = 0;
    wake();
    await late;
    expect(fixture.outbox.events).toEqual([]);
    expect(await passagesOf(id)).toEqual([0]);
    expect(await found(baseId, 'lamp')).toEqual([id]);
  });

  test('are cancelled while another process reads them, which then stops by itself', async () => {
    const { id } = await add('Text.');
    const extractors = fixture.get(TextExtractors);
    const reading = jest.spyOn(extractors, 'extract').mockImplementation(async (_file, { pace }) => {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await pace.step();
      }
    });
    const run = index(id);
    await eventually(() => reading.mock.calls.length > 0);
    expect(await cancel(id)).toMatchObject({ state: 'cancelled' });
    await run;
    expect(await get(id)).toMatchObject({ state: 'cancelled', error: null });
  });

  test('wait for another run after a passing fault, and fail after the last', async () => {
    const { id } = await add('Text.');
    jest.spyOn(PassageIndex.prototype, 'replacePacked').mockRejectedValue(new Error('out of memory'));
    for (let run = 1; run < 5; run++) {
      await expect(index(id)).rejects.toThrow('out of memory');
      expect(await get(id)).toMatchObject({ state: 'queued', error: null });
    }
    await index(id);
    expect(await get(id)).toMatchObject({ state: 'failed', error: { code: 'documents.indexing_failed' } });
    jest.restoreAllMocks();
    await uploads.retry(tenant.actor, tenant.bot.id, id);
    await index(id);
    expect(await get(id)).toMatchObject({ state: 'ready', error: null });
  });

  test('that end their process each time are given up', async () => {
    const { id } = await add('Text.');
    jest.spyOn(PassageIndex.prototype, 'replacePacked').mockRejectedValue(new Error('killed'));
    dieWith(new Error('killed'));
    for (let run = 1; run <= 5; run++) {
      await expect(index(id)).rejects.toThrow('killed');
      fixture.clock.advance(RUN_LEASE_MS + 1);
      expect(await sweep()).toEqual([id]);
    }
    jest.restoreAllMocks();
    await index(id);
    expect(await get(id)).toMatchObject({ state: 'failed', error: { code: 'documents.indexing_cut_off' } });
  });

  test('do not count a run that was asked to stop, and wait no longer than until the next look', async () => {
    const { id } = await add('Text.');
    const stopping = new AbortController();
    jest.spyOn(fixture.get(TextExtractors), 'extract').mockImplementation(async () => {
      stopping.abort(new Error('stopping'));
      throw stopping.signal.reason;
    });
    for (let run = 1; run < 9; run++) await index(id, stopping.signal).catch(() => undefined);
    jest.restoreAllMocks();
    expect(await get(id)).toMatchObject({ state: 'queued' });
    fixture.clock.advance(1);
    expect(await sweep()).toEqual([id]);
  });

  test('are cancelled only before they have ended, and retried only after they have failed', async () => {
    const { id } = await add('Text.');
    await expect(uploads.retry(tenant.actor, tenant.bot.id, id)).rejects.toMatchObject({
      kind: 'conflict',
      message: 'The document is queued; only one that has failed or was cancelled can be tried again.',
    });
    await index(id);
    await expect(cancel(id)).rejects.toMatchObject({
      kind: 'conflict',
      message: 'The document is ready; only one that is queued or running can be cancelled.',
    });
  });

  test('go with their source and passages, and in a delete of their base or bot', async () => {
    const [first, second] = [await add('The lamp.'), await add('The chair.')];
    await index(first.id);
    fixture.outbox.events.length = 0;
    await uploads.delete(tenant.actor, tenant.bot.id, first.id);
    expect(await found(first.baseId, 'lamp')).toEqual([]);
    expect(await fixture.rowsLeft()).toMatchObject({ document: 1, document_source: 1, passage_source: 1, passage: 1 });
    expect(fixture.outbox.names).toEqual(['document.removed']);
    await fixture.get(KnowledgeBasesService).delete(tenant.actor, second.baseId);
    expect(await fixture.rowsLeft()).toEqual({});
  });

  test('that are deleted while they are indexed leave nothing', async () => {
    const { id, baseId } = await add(LONG.join('\n\n'));
    const run = index(id);
    await eventually(async () => (await get(id)).stage === 'indexing');
    await uploads.delete(tenant.actor, tenant.bot.id, id);
    await run;
    expect(await passagesOf(id)).toEqual([]);
    expect(await found(baseId, 'number0')).toEqual([]);
  });

  test('and their base may be deleted at any moment', async () => {
    const added = await Promise.all(Array.from({ length: 4 }, () => add(LONG.join('\n\n'))));
    const runs = added.map(({ id }) => index(id).catch(() => undefined));
    await eventually(async () => (await passagesOf(added[0]!.id)).length > 0);
    await fixture.get(KnowledgeBasesService).delete(tenant.actor, added[0]!.baseId);
    await Promise.all(runs);
    expect(await fixture.rowsLeft()).toEqual({});
  });

  test('are cut as the settings of their base say', async () => {
    const chunking = { maxTokens: CHUNKING_LIMITS.maxTokens.min, overlapTokens: 0 };
    const base = await fixture.newBase(tenant, { settings: { chunking } });
    const text = Array.from({ length: 20 }, (_, at) => `Sentence number ${at} has some words in it.`).join(' ');
    const { id } = await add(text, { baseId: base.id });
    await index(id);
    expect((await get(id)).passageCount).toBeGreaterThan(3);
    const wide = await add(text);
    await index(wide.id);
    expect(await get(wide.id)).toMatchObject({ passageCount: 1 });
  });
});

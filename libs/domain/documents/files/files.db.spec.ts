import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { BotsService } from '#domain/bots';
import { TeamRemoval } from '#domain/identity';
import { KnowledgeBasesService } from '#domain/knowledge';
import { type Actor, HOUR_MS, newId } from '#kernel';
import { BlobStore, blobStoreErrors } from '#providers/blob-store';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { openIdentity } from '#testing/identity';
import { docxOf, IMAGES, pdfOf, zipOf } from '#testing/sample-files';
import { DocumentSearch } from '../document-search.service';
import { DocumentIndexing } from '../ingestion/indexing.service';
import { PUT_OFF_MS } from '../ingestion/lease';
import { DocumentUploads } from '../ingestion/uploads.service';
import { Files } from './files.service';
import { MAX_CONTENT_CHARS, type NewFile } from './files.types';
import { UnneededBlobs } from './unneeded-blobs.service';

const RUNNING = new AbortController().signal;
const DOWN = blobStoreErrors.unavailable();

describe('files', () => {
  let fixture: DocumentsUnderTest;
  let files: Files;
  let indexing: DocumentIndexing;
  let tenant: Tenant;
  let store: BlobStore;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    files = fixture.get(Files);
    indexing = fixture.get(DocumentIndexing);
    store = fixture.get(BlobStore);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });
  afterEach(() => jest.restoreAllMocks());

  const newFile = (name: string, content: string | Buffer, more: Partial<NewFile> = {}): NewFile => ({
    name,
    stream: Readable.from([Buffer.from(content)]),
    ...more,
  });
  const upload = (name: string, content: string | Buffer, more: Partial<NewFile> = {}) =>
    files.upload(tenant.actor, tenant.bot.id, newFile(name, content, more));
  const get = (id: string) => files.get(tenant.actor, id);
  const found = async (baseId: string, query: string) =>
    (await fixture.get(DocumentSearch).search(tenant.actor, baseId, { query, limit: 10 })).map(
      ({ document }) => document.id,
    );
  const sweep = () => fixture.get(UnneededBlobs).sweep(RUNNING);
  const eventsOf = (name: string) => fixture.outbox.events.filter((event) => event.name === name);

  test('are stored, told, read, found, and given back as they were sent', async () => {
    const content = '# Lamps\n\nThe lamp of the hall costs nine euros.';
    const details = async () => ({ description: 'Prices', tags: ['a'], metadata: { source_type: 'document' } });
    const added = await upload('Lampen äöü.md', content, { details, mediaType: 'application/octet-stream' });
    expect(added).toEqual({
      id: expect.any(String),
      botId: tenant.bot.id,
      baseId: expect.any(String),
      name: 'Lampen äöü.md',
      title: 'Lampen äöü.md',
      sizeBytes: Buffer.byteLength(content),
      mediaType: 'text/markdown',
      format: 'markdown',
      state: 'processing',
      description: 'Prices',
      tags: ['a'],
      metadata: { source_type: 'document' },
      passageCount: 0,
      error: null,
      replacementError: null,
      createdAt: expect.any(Date),
      processedAt: null,
    });
    const { id: fileId, botId, baseId, name, sizeBytes, mediaType } = added;
    expect(eventsOf('file.uploaded')).toEqual([
      {
        name: 'file.uploaded',
        teamId: tenant.actor.teamId,
        data: { fileId, botId, baseId, name, sizeBytes, mediaType },
      },
    ]);
    expect(fixture.blobs).toEqual([`files/${tenant.actor.teamId}/${fileId}`]);
    expect(fixture.queued).toEqual([fileId]);
    fixture.clock.advance(1_000);
    await indexing.index(fileId, RUNNING);
    expect(await get(fileId)).toMatchObject({
      state: 'completed',
      passageCount: 1,
      processedAt: new Date(fixture.clock.nowMs()),
    });
    expect(await found(baseId, 'lamp')).toEqual([fileId]);
    const ended = { fileId, botId, state: 'completed', passageCount: 1, error: null };
    expect(eventsOf('file.processed').map(({ data }) => data)).toEqual([ended]);
    const { stream, ...opened } = await files.open(tenant.actor, fileId);
    expect(opened).toEqual({ bytes: sizeBytes, mediaType, name });
    expect(await text(stream)).toBe(content);
    expect(await fixture.rowsLeft()).not.toHaveProperty('unneeded_blob');
  });

  test.each([
    ['a.pdf', pdfOf({ pages: [['Intro'], ['The lamp costs nine euros.']] }), 'pdf', 'application/pdf'],
    ['noname', pdfOf({ pages: [['The lamp costs nine euros.']] }), 'pdf', 'application/pdf'],
    [
      'a.docx',
      docxOf([{ text: 'Prices', style: 'Heading1' }, { text: 'The lamp costs nine euros.' }]),
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a.tsv', 'part\tprice\nlamp\tnine\n', 'csv', 'text/tab-separated-values'],
    ['a.jsonl', '{"part":"lamp"}\n{"part":"desk"}\n', 'json', 'application/jsonl'],
    ['README', 'The lamp costs nine euros.', 'text', 'text/plain'],
  ])('named %s are read', async (name, content, format, mediaType) => {
    const { id, baseId } = await upload(name, content);
    await indexing.index(id, RUNNING);
    expect(await get(id)).toMatchObject({ state: 'completed', format, mediaType, error: null });
    expect(await found(baseId, 'lamp')).toEqual([id]);
  });

  test.each(Object.entries(IMAGES))('that are images (%s) are kept and need no processing', async (format, content) => {
    const image = await upload('picture.bin', content);
    const mediaType = `image/${format}`;
    expect(image).toMatchObject({ state: 'completed', format, mediaType, passageCount: 0 });
    expect(image.processedAt).toEqual(image.createdAt);
    expect(fixture.queued).toEqual([]);
    expect(fixture.outbox.names).toEqual(expect.arrayContaining(['file.uploaded', 'file.processed']));
    expect(await files.contentsOf(tenant.actor, [image.id])).toEqual([
      { id: image.id, name: 'picture.bin', mediaType, image: content },
    ]);
    await files.delete(tenant.actor, image.id);
    expect(fixture.outbox.names).not.toContain('document.removed');
  });

  describe('are refused, and nothing of them is kept,', () => {
    afterEach(async () => {
      await sweep();
      expect(await fixture.rowsLeft()).not.toHaveProperty('document');
      expect(await fixture.rowsLeft()).not.toHaveProperty('unneeded_blob');
      expect(fixture.outbox.names).not.toContain('file.uploaded');
    });
    const unsupported = {
      code: 'documents.file_type_unsupported',
      message: expect.stringMatching(/Accepted are txt.*pdf/),
    };

    test.each([
      ['a program', 'run.exe', Buffer.from('4d5a900003000000', 'hex')],
      ['a text with the name of a program', 'run.exe', 'echo hello'],
      ['an archive', 'all.zip', zipOf({ 'a.txt': 'a' })],
      ['an image of another kind', 'a.tiff', Buffer.from('49492a0008000000', 'hex')],
      ['a text with the name of an image', 'a.png', 'hello'],
    ])('when they are %s, before the store hears of them', async (_kind, name, content) => {
      const put = jest.spyOn(store, 'put');
      await expect(upload(name, content)).rejects.toMatchObject(unsupported);
      expect(put).not.toHaveBeenCalled();
    });

    test('when they are empty', async () => {
      await expect(upload('a.txt', '')).rejects.toMatchObject({ code: 'documents.file_empty', kind: 'invalid_input' });
    });

    test('when their stream breaks off', async () => {
      const stream = Readable.from(
        (async function* () {
          yield Buffer.alloc(200_000, 'x');
          throw new Error('the sender left');
        })(),
      );
      await expect(upload('a.txt', '', { stream })).rejects.toThrow('the sender left');
      expect(stream.destroyed).toBe(true);
    });

    test('when what is said of them is refused, at the end', async () => {
      const details = () => Promise.reject(new Error('title must be short'));
      await expect(upload('a.txt', 'x', { details })).rejects.toThrow('title must be short');
      const foreign = async () => ({ baseId: newId() });
      await expect(upload('a.txt', 'x', { details: foreign })).rejects.toMatchObject({
        code: 'documents.base_not_found',
      });
    });

    test('when there is no such bot', async () => {
      const file = newFile('a.txt', 'x');
      await expect(files.upload(tenant.actor, newId(), file)).rejects.toMatchObject({ code: 'bots.not_found' });
      expect(file.stream.destroyed).toBe(true);
    });

    test('when the store is down', async () => {
      jest.spyOn(store, 'put').mockRejectedValue(DOWN);
      await expect(upload('a.txt', 'x')).rejects.toMatchObject({ kind: 'unavailable' });
    });
  });

  test('of a process that was killed after the put are deleted an hour later', async () => {
    const unneeded = fixture.get(UnneededBlobs);
    jest.spyOn(unneeded, 'adopt').mockRejectedValue(new Error('killed'));
    jest.spyOn(unneeded, 'discard').mockResolvedValue();
    await expect(upload('a.txt', 'x')).rejects.toThrow('killed');
    await sweep();
    expect(fixture.blobs).toHaveLength(1);
    fixture.clock.advance(HOUR_MS);
    await sweep();
    expect([fixture.blobs, await fixture.rowsLeft()]).toEqual([[], expect.not.objectContaining({ unneeded_blob: 1 })]);
  });

  test('whose put took longer than anybody waits are not stored: their blob may be gone', async () => {
    const put = store.put.bind(store);
    jest.spyOn(store, 'put').mockImplementation(async (...given) => {
      fixture.clock.advance(HOUR_MS);
      return put(...given);
    });
    await expect(upload('a.txt', 'x')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await fixture.rowsLeft()).not.toHaveProperty('document');
  });

  describe('leave no blob', () => {
    const gone = async () => {
      expect(fixture.blobs).toHaveLength(1);
      await sweep();
      expect(fixture.blobs).toEqual([]);
      expect(await fixture.rowsLeft()).not.toHaveProperty('document_source');
      expect(await fixture.rowsLeft()).not.toHaveProperty('unneeded_blob');
    };

    const removeTeam = async (teamId: string) => {
      const identity = await openIdentity(fixture.db, fixture.clock);
      await identity.get(TeamRemoval).begin(teamId);
      await identity.get(TeamRemoval).remove(teamId, RUNNING);
      await identity.close();
    };

    test.each<[string, (file: { id: string; baseId: string }) => Promise<unknown>]>([
      ['they', ({ id }) => files.delete(tenant.actor, id)],
      ['their base', ({ baseId }) => fixture.get(KnowledgeBasesService).delete(tenant.actor, baseId)],
      ['their bot', () => fixture.get(BotsService).delete(tenant.actor, tenant.bot.id)],
      ['their team', () => removeTeam(tenant.actor.teamId)],
    ])('when %s are deleted', async (_what, remove) => {
      const file = await upload('a.txt', 'x');
      await indexing.index(file.id, RUNNING);
      await remove(file);
      await gone();
    });

    test('when the store was down at first', async () => {
      const { id } = await upload('a.txt', 'x');
      await files.delete(tenant.actor, id);
      const down = jest.spyOn(store, 'deleteMany').mockRejectedValue(DOWN);
      await expect(sweep()).rejects.toBe(DOWN);
      down.mockRestore();
      await gone();
    });
  });

  test('that cannot be fetched wait, without being given up, and hold up nobody', async () => {
    const { id } = await upload('a.txt', 'The lamp.');
    const texts = fixture.get(DocumentUploads);
    const other = await texts.add(tenant.actor, tenant.bot.id, { bytes: Buffer.from('The chair.') });
    const down = jest.spyOn(store, 'get').mockRejectedValue(DOWN);
    await indexing.index(id, RUNNING);
    expect(await get(id)).toMatchObject({ state: 'processing', error: null });
    expect(await texts.get(tenant.actor, tenant.bot.id, other.id)).toMatchObject({ state: 'ready' });
    for (let run = 0; run < 8; run++) {
      fixture.clock.advance(PUT_OFF_MS + 1);
      fixture.queued.length = 0;
      await indexing.sweep();
      expect(fixture.queued).toEqual([id]);
      await indexing.index(id, RUNNING);
    }
    expect(await get(id)).toMatchObject({ state: 'processing' });
    down.mockRestore();
    await indexing.index(id, RUNNING);
    expect(await get(id)).toMatchObject({ state: 'completed' });
  });

  test('that cannot be read, or are cancelled, have failed, which is told', async () => {
    const broken = await upload('a.pdf', '%PDF-1.4 and nothing');
    await indexing.index(broken.id, RUNNING);
    const cancelled = await upload('b.txt', 'x');
    await fixture.get(DocumentUploads).cancel(tenant.actor, tenant.bot.id, cancelled.id);
    const message = 'The file is not a PDF, or a broken one.';
    expect(await get(broken.id)).toMatchObject({
      state: 'failed',
      error: { code: 'text_extraction.malformed', message },
      processedAt: expect.any(Date),
    });
    expect(await get(cancelled.id)).toMatchObject({ state: 'failed', error: { code: 'documents.indexing_cancelled' } });
    expect(eventsOf('file.processed').map(({ data }) => data)).toEqual([
      { fileId: broken.id, botId: tenant.bot.id, state: 'failed', passageCount: 0, error: message },
      {
        fileId: cancelled.id,
        botId: tenant.bot.id,
        state: 'failed',
        passageCount: 0,
        error: 'Its indexing was cancelled.',
      },
    ]);
  });

  test('of before, whose bytes stand in the row, are read and given back as ever', async () => {
    const { id, baseId } = await upload('a.txt', 'The lamp.');
    const bytes = Buffer.from('The old chair.');
    await fixture.db.database.query(
      "update document_source set bytes = $2, blob_key = null, media_type = 'text/html' where document_id = $1",
      [id, bytes],
    );
    await indexing.index(id, RUNNING);
    expect(await found(baseId, 'chair')).toEqual([id]);
    const { stream, ...opened } = await files.open(tenant.actor, id);
    expect(opened).toEqual({ bytes: bytes.length, mediaType: 'text/plain', name: 'a.txt' });
    expect(await buffer(stream)).toEqual(bytes);
  });

  describe('beside a message', () => {
    const contentOf = async (id: string) => (await files.contentsOf(tenant.actor, [id]))[0];

    test('say the same whether they are processed or not', async () => {
      const { id } = await upload('a.md', '# Lamps\n\nOne.\n\nTwo.\n\n## Prices\n\nNine euros.');
      const before = await contentOf(id);
      expect(before).toEqual({
        id,
        name: 'a.md',
        mediaType: 'text/markdown',
        text: 'Lamps\n\nOne.\n\nTwo.\n\nLamps > Prices\n\nNine euros.',
      });
      await indexing.index(id, RUNNING);
      const get = jest.spyOn(store, 'get');
      expect(await contentOf(id)).toEqual(before);
      expect(get).not.toHaveBeenCalled();
    });

    test('say no more than a model can take', async () => {
      const { id } = await upload('a.txt', 'Lockers hold lamps. '.repeat(20_000));
      expect(await contentOf(id)).toMatchObject({ text: expect.stringMatching(/^Lockers/) });
      await indexing.index(id, RUNNING);
      const { text: shown } = (await contentOf(id)) as { text: string };
      expect(shown).toHaveLength(MAX_CONTENT_CHARS);
    });

    test('are refused when they are none of the caller, unreadable, or too large an image', async () => {
      const { id } = await upload('a.txt', 'x');
      const other = await fixture.newTenant();
      const elsewhere: Actor = {
        kind: 'bot_key',
        keyId: newId(),
        botId: newId(),
        teamId: tenant.actor.teamId,
        plan: 'free',
      };
      for (const [actor, ids] of [
        [other.actor, [id]],
        [elsewhere, [id]],
        [tenant.actor, [id, newId()]],
        [tenant.actor, ['x']],
      ] as const) {
        await expect(files.contentsOf(actor, ids)).rejects.toMatchObject({ code: 'documents.file_not_found' });
      }
      const broken = await upload('a.json', '{');
      await expect(contentOf(broken.id)).rejects.toMatchObject({ kind: 'invalid_input' });
      const large = await upload('a.png', Buffer.concat([IMAGES.png, Buffer.alloc(11 * 1024 * 1024)]));
      await expect(contentOf(large.id)).rejects.toMatchObject({ code: 'documents.image_too_large' });
    });
  });

  test('are listed newest first, by state, page by page; those of others are not there', async () => {
    const [first, second] = [await upload('a.txt', 'x'), await upload('b.png', IMAGES.png)];
    const list = (request: object = {}) =>
      files.list(tenant.actor, tenant.bot.id, { limit: 10, offset: 0, ...request });
    expect((await list()).items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await list({ limit: 1, offset: 1 })).toMatchObject({ total: 2, items: [{ id: first.id }] });
    expect(await list({ state: 'completed' })).toMatchObject({ total: 1, items: [{ id: second.id }] });
    const { actor } = await fixture.newTenant();
    for (const call of [
      () => files.get(actor, first.id),
      () => files.open(actor, first.id),
      () => files.delete(actor, first.id),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'documents.file_not_found' });
    }
    await expect(files.list(actor, tenant.bot.id, { limit: 1, offset: 0 })).rejects.toMatchObject({
      code: 'bots.not_found',
    });
  });
});

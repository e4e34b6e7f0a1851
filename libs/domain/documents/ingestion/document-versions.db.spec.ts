/** Documents that are replaced: what is found before, meanwhile and after, and what becomes of attempts that fail. */
import { Readable } from 'node:stream';
import { PassageIndex } from '#domain/knowledge';
import { eventually } from '#testing';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { DocumentSearch } from '../document-search.service';
import { FileUploads } from '../files/file-uploads.service';
import { Files } from '../files/files.service';
import { UnneededBlobs } from '../files/unneeded-blobs.service';
import { NamedDocuments } from '../named/named-documents.service';
import { DocumentIndexing } from './indexing.service';
import { DocumentUploads } from './uploads.service';
import type { NewUpload, NewVersion } from './uploads.types';

const RUNNING = new AbortController().signal;
const lockers = (count: number, holder: string) =>
  Array.from(
    { length: count },
    (_, at) => `## Locker ${at}\n\nLocker number${at} holds the ${holder} of guest ${at}.`,
  ).join('\n\n');

describe('documents that are replaced', () => {
  let fixture: DocumentsUnderTest;
  let uploads: DocumentUploads;
  let indexing: DocumentIndexing;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    uploads = fixture.get(DocumentUploads);
    indexing = fixture.get(DocumentIndexing);
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });
  afterEach(() => jest.restoreAllMocks());

  const versionOf = (content: string, more: Partial<NewVersion> = {}) => ({
    bytes: Buffer.from(content),
    format: 'markdown',
    ...more,
  });
  const add = (content: string, more: Partial<NewUpload> = {}) =>
    uploads.add(tenant.actor, tenant.bot.id, { title: 'Guide', ...versionOf(content), ...more });
  const replace = (id: string, content: string, more: Partial<NewVersion> = {}) =>
    uploads.replace(tenant.actor, id, versionOf(content, more));
  const get = (id: string) => uploads.get(tenant.actor, tenant.bot.id, id);
  const index = (id: string) => indexing.index(id, RUNNING);
  const found = async (baseId: string, query: string) =>
    (await fixture.get(DocumentSearch).search(tenant.actor, baseId, { query, limit: 10 })).map(
      ({ passage }) => passage,
    );
  const rows = async (sql: string) => (await fixture.db.database.query<{ count: number }>(sql))[0]!.count;
  const passages = () => rows('select count(*)::int as count from passage');
  const ready = async (content: string, more: Partial<NewUpload> = {}) => {
    const added = await add(content, more);
    await index(added.id);
    fixture.outbox.events.length = 0;
    return added;
  };

  /** Once, while a run packs its second portion: outside of its transactions. */
  const meanwhile = (step: () => Promise<unknown>) => {
    const portion = PassageIndex.prototype.portion;
    const begun: Promise<unknown>[] = [];
    let portions = 0;
    jest.spyOn(PassageIndex.prototype, 'portion').mockImplementation(function (this: PassageIndex, ...given) {
      if (++portions === 2) begun.push(step());
      return portion.apply(this, given);
    });
    const ended = async () => {
      await eventually(() => begun.length > 0);
      return begun[0];
    };
    return { ended };
  };

  test.each([
    ['short', 1],
    ['long', 900],
  ])('and %s are found as they were until the new version is ready, and then as it says', async (_name, count) => {
    const { id, baseId } = await ready(lockers(count, 'umbrella'));
    const { upload, outcome } = await replace(id, lockers(count + 1, 'violin'), { title: 'List', tags: ['new'] });
    expect(outcome).toBe('accepted');
    expect(upload).toMatchObject({ id, state: 'queued', version: 1, title: 'Guide', tags: [], passageCount: count });
    const seen: string[] = [];
    const append = PassageIndex.prototype.append;
    jest.spyOn(PassageIndex.prototype, 'append').mockImplementation(async function (this: PassageIndex, portion) {
      seen.push(...(await found(baseId, 'umbrella violin number0')));
      return append.call(this, portion);
    });
    expect((await found(baseId, 'violin umbrella'))[0]).toContain('umbrella');
    await index(id);
    expect(seen.filter((passage) => passage.includes('violin'))).toEqual([]);
    expect(seen.length).toBe(count > 1 ? 4 : 0);
    expect((await found(baseId, 'violin umbrella'))[0]).toContain('violin');
    expect(await found(baseId, 'umbrella')).toEqual([]);
    expect(await get(id)).toMatchObject({
      state: 'ready',
      version: 2,
      title: 'List',
      tags: ['new'],
      passageCount: count + 1,
    });
    expect(await passages()).toBe(count + 1);
    expect(await rows('select count(*)::int as count from document_source')).toBe(1);
    expect(fixture.outbox.names).toEqual(['document.updated']);
  });

  test('by the same content are left alone, whatever its version is at', async () => {
    const { id } = await ready('The lamp is red.');
    fixture.queued.length = 0;
    expect(await replace(id, 'The lamp is red.', { title: 'Guide', tags: [], metadata: {} })).toMatchObject({
      outcome: 'unchanged',
      upload: { state: 'ready', version: 1 },
    });
    await replace(id, 'The lamp is blue.');
    expect(await replace(id, 'The lamp is blue.')).toMatchObject({ outcome: 'unchanged', upload: { state: 'queued' } });
    expect(fixture.queued).toEqual([id]);
    expect(await replace(id, 'The lamp is blue.', { title: 'Lamps' })).toMatchObject({ outcome: 'accepted' });
    expect(await replace(id, 'The lamp is red.')).toMatchObject({
      outcome: 'unchanged',
      upload: { state: 'ready', version: 1, progress: 100 },
    });
    await index(id);
    expect(await get(id)).toMatchObject({ version: 1, title: 'Guide' });
  });

  test('before they were ready become what was sent last', async () => {
    const { id, baseId } = await add('The lamp is red.');
    await replace(id, 'The lamp is blue.', { title: 'Lamps' });
    expect(await get(id)).toMatchObject({ state: 'queued', version: 0, title: 'Lamps' });
    await index(id);
    expect(await get(id)).toMatchObject({ state: 'ready', version: 1 });
    expect(await found(baseId, 'lamp')).toEqual(['The lamp is blue.']);
    expect(fixture.outbox.names).toContain('document.added');
  });

  test('while another version is indexed become what was sent last', async () => {
    const { id, baseId } = await ready('The lamp is red.');
    await replace(id, lockers(600, 'violin'));
    const { ended } = meanwhile(() => replace(id, 'The lamp is green.'));
    await index(id);
    await ended();
    await index(id);
    expect(await found(baseId, 'lamp violin')).toEqual(['The lamp is green.']);
    expect(await passages()).toBe(1);
  });

  test('by something that cannot be read go on being found, and tell why', async () => {
    const { id, baseId } = await ready('The lamp is red.');
    await replace(id, '{"a": ', { format: 'json' });
    await index(id);
    expect(await get(id)).toMatchObject({
      state: 'failed',
      stage: 'reading',
      version: 1,
      passageCount: 1,
      format: 'markdown',
      error: { code: 'text_extraction.malformed' },
    });
    expect(await found(baseId, 'lamp')).toEqual(['The lamp is red.']);
    await replace(id, 'The lamp is blue.');
    await index(id);
    expect(await get(id)).toMatchObject({ state: 'ready', stage: null, version: 2, error: null });
    expect(await found(baseId, 'lamp')).toEqual(['The lamp is blue.']);
  });

  test('and cancelled in the middle go on being found, and may be tried again', async () => {
    const { id, baseId } = await ready('The lamp is red.');
    await replace(id, lockers(600, 'violin'));
    const { ended } = meanwhile(() => uploads.cancel(tenant.actor, tenant.bot.id, id));
    await index(id);
    expect(await ended()).toMatchObject({ state: 'cancelled', version: 1, passageCount: 1 });
    jest.restoreAllMocks();
    expect(await found(baseId, 'lamp violin')).toEqual(['The lamp is red.']);
    expect(await passages()).toBe(1);
    await uploads.retry(tenant.actor, tenant.bot.id, id);
    await index(id);
    expect((await found(baseId, 'violin'))[0]).toContain('violin');
  });

  test('and given up after faults go on being found', async () => {
    const { id, baseId } = await ready('The lamp is red.');
    await replace(id, lockers(600, 'violin'));
    jest.spyOn(PassageIndex.prototype, 'reveal').mockRejectedValue(new Error('out of memory'));
    for (let run = 1; run < 5; run++) await expect(index(id)).rejects.toThrow('out of memory');
    await index(id);
    expect(await get(id)).toMatchObject({ state: 'failed', stage: 'indexing', version: 1, passageCount: 1 });
    expect(await found(baseId, 'lamp violin')).toEqual(['The lamp is red.']);
    expect(await passages()).toBe(1);
  });

  test('and deleted meanwhile leave nothing', async () => {
    const { id, baseId } = await ready('The lamp is red.');
    await replace(id, lockers(600, 'violin'));
    const { ended } = meanwhile(() => uploads.delete(tenant.actor, tenant.bot.id, id));
    await index(id);
    await ended();
    expect(await found(baseId, 'lamp violin')).toEqual([]);
    const { lexical_posting: _, ...left } = await fixture.rowsLeft();
    expect(left).toEqual({ knowledge_base: 1, lexical_index: 1 });
    expect(fixture.outbox.names).toEqual(['document.removed']);
  });

  test('may be of another team, an item, or not there', async () => {
    const { id } = await ready('The lamp is red.');
    const other = await fixture.newTenant();
    for (const [actor, documentId] of [
      [other.actor, id],
      [tenant.actor, tenant.bot.id],
      [tenant.actor, 'nothing'],
    ] as const) {
      await expect((async () => uploads.replace(actor, documentId, versionOf('x')))()).rejects.toMatchObject({
        code: 'documents.not_found',
      });
    }
  });

  describe('by files', () => {
    const send = (name: string, content: string) => ({ name, stream: Readable.from([Buffer.from(content)]) });
    const replaceByFile = (id: string, name: string, content: string) =>
      fixture.get(FileUploads).replace(tenant.actor, id, send(name, content));
    const sweep = () => fixture.get(UnneededBlobs).sweep(RUNNING);
    const download = async (id: string) => {
      const { stream, name } = await fixture.get(Files).openDocument(tenant.actor, tenant.bot.id, id);
      return [name, Buffer.concat(await stream.toArray()).toString()];
    };

    test('give the old file until the new one is found, and keep one blob', async () => {
      const { id } = await fixture.get(FileUploads).add(tenant.actor, tenant.bot.id, send('a.txt', 'The lamp is red.'));
      await index(id);
      await replaceByFile(id, 'b.md', 'The lamp is blue.');
      expect([await download(id), fixture.blobs.length]).toEqual([['a.txt', 'The lamp is red.'], 2]);
      await index(id);
      await sweep();
      expect([await download(id), fixture.blobs.length]).toEqual([['b.md', 'The lamp is blue.'], 1]);
      expect(await get(id)).toMatchObject({ kind: 'file', format: 'markdown', title: 'a.txt', version: 2 });
    });

    test('that are the same, or images, leave no blob', async () => {
      const { id } = await fixture.get(FileUploads).add(tenant.actor, tenant.bot.id, send('a.txt', 'The lamp is red.'));
      await index(id);
      expect(await replaceByFile(id, 'b.txt', 'The lamp is red.')).toMatchObject({ outcome: 'unchanged' });
      const image = { name: 'a.gif', stream: Readable.from([Buffer.from('GIF89a....')]) };
      await expect(fixture.get(FileUploads).replace(tenant.actor, id, image)).rejects.toMatchObject({
        code: 'documents.image_as_version',
      });
      await sweep();
      expect(fixture.blobs).toHaveLength(1);
    });

    test('take the place of a text, and one that waits that of another', async () => {
      const { id, baseId } = await ready('The lamp is red.');
      await replaceByFile(id, 'b.txt', 'The lamp is blue.');
      await replaceByFile(id, 'c.txt', 'The lamp is green.');
      await sweep();
      expect(fixture.blobs).toHaveLength(1);
      await index(id);
      expect(await get(id)).toMatchObject({ kind: 'file', version: 2 });
      expect(await found(baseId, 'lamp')).toEqual(['The lamp is green.']);
      expect(await download(id)).toEqual(['c.txt', 'The lamp is green.']);
    });
  });

  test('that were cut into nodes are uploads then, and the other way round', async () => {
    const node = { text: 'The lamp is red.', type: 'NarrativeText', metadata: {} };
    const document = { name: 'lamps', nodes: [node], assets: [], metadata: {} };
    const { documentId } = await fixture.get(NamedDocuments).upload(tenant.actor, tenant.bot.id, document);
    await replace(documentId, 'The lamp is blue.');
    await index(documentId);
    const upload = await get(documentId);
    expect(upload).toMatchObject({ kind: 'text', version: 2, format: 'markdown' });
    expect(await found(upload.baseId, 'lamp')).toEqual(['The lamp is blue.']);
    await replace(documentId, 'The lamp is green.');
    await fixture.get(NamedDocuments).update(tenant.actor, tenant.bot.id, document);
    await index(documentId);
    expect(await found(upload.baseId, 'lamp')).toEqual(['The lamp is red.']);
    expect(await get(documentId)).toMatchObject({ kind: 'nodes', state: 'ready' });
  });

  describe('and duplicates', () => {
    test('are noticed, by the oldest upload of the base', async () => {
      const first = await ready('The lamp is red.');
      const second = await add('The lamp is red.', { title: 'Other' });
      expect(second).toMatchObject({ state: 'queued', duplicateOf: first.id });
      expect(await get(second.id)).toMatchObject({ duplicateOf: first.id });
      expect(await get(first.id)).toMatchObject({ duplicateOf: null });
      const elsewhere = await add('The lamp is red.', { baseId: (await fixture.newBase(tenant)).id });
      expect(elsewhere.duplicateOf).toBeNull();
      await replace(second.id, 'The lamp is blue.');
      await index(second.id);
      expect(await get(second.id)).toMatchObject({ duplicateOf: null });
    });

    test('are not added when they are to be skipped', async () => {
      const first = await ready('The lamp is red.');
      fixture.queued.length = 0;
      expect(await add('The lamp is red.', { onDuplicate: 'skip' })).toMatchObject({ id: first.id, isSkipped: true });
      expect(await add('The lamp is blue.', { onDuplicate: 'skip' })).toMatchObject({ duplicateOf: null });
      expect(fixture.queued).toHaveLength(1);
      expect(await rows('select count(*)::int as count from document')).toBe(2);
    });
  });

  test('have the language that their sender says', async () => {
    const { id } = await ready('Chat, chat, chat.', { language: 'fr' });
    expect(await get(id)).toMatchObject({ language: 'fr' });
    const languages = () =>
      fixture.db.database.query("select distinct language from passage where body ilike '%chat%'");
    expect(await languages()).toEqual([{ language: 'fr' }]);
    await replace(id, 'Chat, chat!', { language: 'xh' });
    await index(id);
    expect(await get(id)).toMatchObject({ language: 'xh' });
    expect(await languages()).toEqual([{ language: 'simple' }]);
  });
});

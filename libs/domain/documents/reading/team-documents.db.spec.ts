import { Readable } from 'node:stream';
import { newId } from '#kernel';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { IMAGES } from '#testing/sample-files';
import { DocumentsService } from '../documents.service';
import { Files } from '../files/files.service';
import { MAX_CONTENT_CHARS } from '../files/files.types';
import { DocumentIndexing } from '../ingestion/indexing.service';
import { DocumentUploads } from '../ingestion/uploads.service';
import { NamedDocuments } from '../named/named-documents.service';
import { TeamDocuments } from './team-documents.service';

const NOT_FOUND = { code: 'documents.not_found' };

describe('the documents of a team', () => {
  let fixture: DocumentsUnderTest;
  let documents: TeamDocuments;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open();
    documents = fixture.get(TeamDocuments);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });

  const addItem = async (title: string, content = 'Text.') => {
    const { id: baseId } = await fixture.newBase(tenant);
    return fixture.get(DocumentsService).addItem(tenant.actor, baseId, { title, content });
  };
  const addText = (title: string, text = 'Text.', format = 'markdown') =>
    fixture.get(DocumentUploads).add(tenant.actor, tenant.bot.id, { title, bytes: Buffer.from(text), format });
  const addFile = async (name: string, bytes: Buffer) => {
    const stream = Readable.from([bytes]);
    const { id } = await fixture.get(Files).upload(tenant.actor, tenant.bot.id, { name, stream });
    await fixture.get(DocumentIndexing).index(id, new AbortController().signal);
    return id;
  };
  const titles = async (request: Parameters<TeamDocuments['list']>[1]) =>
    (await documents.list(tenant.actor, request)).map(({ title }) => title);
  const read = async (id: string) => documents.read(tenant.actor, await documents.get(tenant.actor, id));

  test('are listed newest first, each page behind the one before, items and uploads alone or together', async () => {
    await addItem('one');
    const { id } = await addText('two');
    await addItem('three');
    expect(await titles({ limit: 10 })).toEqual(['three', 'two', 'one']);
    expect(await titles({ limit: 1 })).toEqual(['three']);
    expect(await titles({ limit: 10, before: id })).toEqual(['one']);
    expect(await titles({ limit: 10, only: 'items' })).toEqual(['three', 'one']);
    expect(await titles({ limit: 10, only: 'uploads' })).toEqual(['two']);
  });

  test('tell how they are, whatever their kind', async () => {
    const item = await addItem('Hours', 'Open.');
    expect(await documents.get(tenant.actor, item.id)).toEqual({
      id: item.id,
      botId: tenant.bot.id,
      baseId: item.baseId,
      kind: 'item',
      title: 'Hours',
      format: null,
      tags: [],
      state: 'ready',
      stage: null,
      progress: 100,
      passageCount: 0,
      error: null,
      sizeBytes: 5,
      createdAt: expect.any(Date),
      updatedAt: expect.any(Date),
    });
    const upload = await addText('Prices', 'A lamp costs 39 euros.');
    expect(await documents.get(tenant.actor, upload.id)).toMatchObject({
      ...{ kind: 'text', format: 'markdown', state: 'queued', progress: 0, sizeBytes: 22 },
      botId: tenant.bot.id,
    });
  });

  test('are those of the team alone', async () => {
    const { id } = await addItem('Ours');
    const { actor } = await fixture.newTenant();
    expect(await documents.list(actor, { limit: 10 })).toEqual([]);
    for (const unknown of [id, newId(), 'x']) {
      await expect(documents.get(actor, unknown)).rejects.toMatchObject(NOT_FOUND);
    }
  });

  test('are read: texts as they were sent, of files what stands in them, images as they are', async () => {
    expect(await read((await addItem('Hours', 'Open.')).id)).toEqual({
      mediaType: 'text/plain',
      text: 'Open.',
      isCut: false,
    });
    const text = '# Prices\n\nA lamp.';
    expect(await read((await addText('Prices', text)).id)).toEqual({ mediaType: 'text/markdown', text, isCut: false });
    const page = Buffer.from('<html><body><h1>Lamps</h1><p>They shine.</p></body></html>');
    expect(await read(await addFile('lamps.html', page))).toEqual({
      mediaType: 'text/plain',
      text: expect.stringContaining('They shine.'),
      isCut: false,
    });
    expect(await read(await addFile('pixel.png', IMAGES.png))).toEqual({ mediaType: 'image/png', image: IMAGES.png });
    const nodes = ['First part.', 'Second part.'].map((words) => ({
      text: words,
      type: 'NarrativeText',
      metadata: {},
    }));
    const guide = { name: 'guide', nodes, assets: [], metadata: {} };
    const { documentId } = await fixture.get(NamedDocuments).upload(tenant.actor, tenant.bot.id, guide);
    expect(await read(documentId)).toMatchObject({ mediaType: 'text/plain', text: 'First part.\n\nSecond part.' });
  });

  test('are cut where they are very long, and say so', async () => {
    const long = 'x'.repeat(MAX_CONTENT_CHARS + 1);
    for (const { id } of [await addItem('Item', long), await addText('Text', long)]) {
      expect(await read(id)).toMatchObject({ text: long.slice(1), isCut: true });
    }
  });
});

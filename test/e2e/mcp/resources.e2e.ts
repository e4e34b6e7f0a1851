/** Documents and conversations as resources, through the official clients of both generations. */
import { eventually } from '#testing';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import { IMAGES } from '#testing/sample-files';
import { AssistantClient } from '../assistant/assistant-client';
import { type AnyClient, GENERATIONS } from './mcp-clients';

const ITEMS = Array.from({ length: 60 }, (_, at) => ({ title: `Item ${at}`, content: `Shelf ${at} holds plates.` }));
const INVALID_PARAMS = -32_602;
const NOBODYS = 'parley://documents/01900000-0000-7000-8000-00000000000a';

describe.each(GENERATIONS)('the resources, by %s', (_name, _revision, connect) => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;
  let client: AnyClient;
  let botId: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    team = await registerTeam(new WireClient(parley.baseUrl));
    botId = (await createBotThatKnows(team.asKey, ITEMS)).botId;
    client = await connect(parley.baseUrl, team.apiKey);
  });
  afterAll(() => client?.close());

  const add = async (args: Record<string, unknown>) =>
    (await client.call('add_document', { bot: botId, title: 'Notes', ...args })).output;
  const ask = async (message: string) => (await client.call('ask_bot', { bot: botId, message })).output;
  const notFound = (uri: string) =>
    expect(client.read(uri)).rejects.toMatchObject({ code: INVALID_PARAMS, message: expect.stringContaining(uri) });

  test('are all documents and conversations, newest first, page by page, each once', async () => {
    const { uri } = await add({ content: 'Bring a plate.' });
    const { conversation_id } = await ask('What does shelf 7 hold?');
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const { resources, nextCursor } = await client.listResources(cursor);
      pages.push(resources.map((resource) => resource.uri));
      cursor = nextCursor;
    } while (cursor !== undefined);
    expect(pages.map(({ length }) => length)).toEqual([50, 11, 1]);
    expect(pages[0]![0]).toBe(uri);
    expect(pages[2]).toEqual([`parley://conversations/${conversation_id}`]);
    expect(new Set(pages.flat()).size).toBe(62);
  });

  test('have names, types and times', async () => {
    const { uri, document_id } = await add({ title: 'Menu', content: '# Menu', format: 'markdown' });
    await eventually(async () => (await client.call('get_document_status', { document_id })).output.status === 'ready');
    expect((await client.listResources()).resources[0]).toMatchObject({
      uri,
      name: 'Menu',
      title: 'Menu',
      description: 'Document (markdown).',
      size: 6,
      annotations: { lastModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    });
    expect((await client.listTemplates()).map(({ uriTemplate }) => uriTemplate)).toEqual([
      'parley://documents/{id}',
      'parley://conversations/{id}',
    ]);
  });

  test('a document is read as it was sent, an item, a file and an image as they are', async () => {
    const { uri } = await add({ content: '# Lamps\n\nA lamp costs 39 euros.', format: 'markdown' });
    expect(await client.read(uri)).toMatchObject({
      uri,
      mimeType: 'text/markdown',
      text: '# Lamps\n\nA lamp costs 39 euros.',
    });
    const [source] = (await ask('What does shelf 9 hold?')).sources;
    expect(await client.read(source.uri)).toMatchObject({ mimeType: 'text/plain', text: 'Shelf 9 holds plates.' });
    const files = new AssistantClient(team.asKey);
    const idOf = async (name: string, bytes: string | Buffer<ArrayBuffer>) => {
      const { id } = must(await files.upload(name, bytes), 201).body;
      return `parley://documents/${id.replace('file_', '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
    };
    const html = await idOf('lamps.html', '<html><body><h1>Lamps</h1><p>They shine.</p></body></html>');
    const read = await eventually(async () => {
      const content = await client.read(html);
      return content.text.includes('They shine.') && content;
    });
    expect(read).toMatchObject({ mimeType: 'text/plain', text: expect.not.stringContaining('<') });
    const image = await client.read(await idOf('pixel.png', IMAGES.png));
    expect(image).toMatchObject({ mimeType: 'image/png', blob: IMAGES.png.toString('base64') });
  });

  test('a conversation is read as a transcript', async () => {
    const { conversation_id, message_id, reply } = await ask('What does shelf 3 hold?');
    const uri = `parley://conversations/${conversation_id}`;
    const { mimeType, text } = await client.read(uri);
    expect(mimeType).toBe('text/markdown');
    expect(text).toMatch(/^# Conversation with Helper/);
    for (const part of ['What does shelf 3 hold?', reply, message_id, 'by mcp', '- [1] Item 3'])
      expect(text).toContain(part);
  });

  test('what is none, what is gone, and what belongs to another team is not found', async () => {
    const { conversation_id, sources } = await ask('What does shelf 5 hold?');
    const own = [sources[0].uri, `parley://conversations/${conversation_id}`];
    for (const uri of [NOBODYS, 'parley://documents/x', 'parley://bots/x', 'file:///etc/passwd']) await notFound(uri);
    const strangers = await registerTeam(new WireClient(parley.baseUrl));
    const stranger = await connect(parley.baseUrl, strangers.apiKey);
    for (const uri of own)
      await expect(stranger.read(uri)).rejects.toMatchObject({
        code: INVALID_PARAMS,
        message: expect.stringContaining(uri),
      });
    const first = await stranger.listResources();
    expect(first.resources).toEqual([]);
    expect((await stranger.listResources(first.nextCursor)).resources).toEqual([]);
    await stranger.close();
  });

  test('a cursor that was not given here is refused', async () => {
    for (const cursor of [
      'x',
      Buffer.from('documents:1').toString('base64url'),
      Buffer.from('bots').toString('base64url'),
    ])
      await expect(client.listResources(cursor)).rejects.toMatchObject({ code: INVALID_PARAMS });
  });
});

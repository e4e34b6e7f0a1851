/** Webhooks of the assistant dialect: its seven events, whichever dialect caused them. */
import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { holdsPlainSignature, holdsStandardSignature, type ReceivedEvent, WebhookSink } from '#testing/webhooks';
import { AssistantClient, failure, id, NOT_FOUND, TIME, told } from './assistant-client';

const EVENTS = [
  'chat.message',
  'chat.completed',
  'document.created',
  'document.updated',
  'file.uploaded',
  'file.processed',
  'knowledge.added',
];

describe('webhooks', () => {
  let sink: WebhookSink;
  let wire: WireClient;
  let team: RegisteredTeam;
  let client: AssistantClient;
  let paths = 0;

  beforeAll(async () => {
    sink = await WebhookSink.start();
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    client = new AssistantClient(team.asKey);
  });
  afterAll(() => sink?.stop());

  /** A path that hears the events, and whatever it hears from now on. */
  const listen = async (events = EVENTS) => {
    const path = `/assistant-${++paths}`;
    must(await team.asKey.post('/api/webhooks', { url: sink.url(path), events }), 201);
    const heard = (event: string, isWanted: (data: ReceivedEvent['data']) => boolean = () => true) =>
      sink.untilEvent(path, (one) => one.event === event && isWanted(one.data));
    return { path, heard };
  };

  test('are created, listed and removed; a secret that was made is shown once', async () => {
    const example = {
      url: sink.url('/example'),
      events: ['chat.message', 'document.created', 'file.uploaded'],
      secret: 'your_webhook_secret',
    };
    const created = await team.asKey.post('/api/webhooks', example);
    const shown = { id: id('wh'), url: example.url, events: example.events, active: true, created_at: TIME };
    expect(told(created)).toEqual([201, shown]);
    const other = must(
      await team.asKey.post('/api/webhooks', { url: example.url, events: ['chat.completed'] }),
      201,
    ).body;
    expect(other.secret).toMatch(/^whsec_/);
    const list = must(await team.asKey.get('/api/webhooks'), 200).body;
    const { secret: _, ...listed } = other;
    expect(list.webhooks).toEqual(expect.arrayContaining([created.body, listed]));
    expect(list.total).toBe(list.webhooks.length);
    expect(JSON.stringify(list)).not.toContain('secret":');

    const others = (await registerTeam(wire)).asKey;
    expect(must(await others.get('/api/webhooks'), 200).body).toEqual({ webhooks: [], total: 0 });
    expect(told(await others.delete(`/api/webhooks/${created.body.id}`))).toEqual(NOT_FOUND);
    expect(told(await team.asKey.delete(`/api/webhooks/${created.body.id}`))).toEqual([204, '']);
    expect(told(await team.asKey.delete(`/api/webhooks/${created.body.id}`))).toEqual(NOT_FOUND);
    expect(told(await team.asKey.delete('/api/webhooks/wh_1'))).toEqual(NOT_FOUND);
    const main = must(await team.asKey.get('/api/v1/webhooks'), 200).body;
    expect(main.data).toEqual([]);
  });

  test.each([
    ['nothing', {}, ['url', 'events']],
    ['no events', { url: 'https://example.com/hook' }, ['events']],
  ])('with %s are refused; missing fields are named', async (_, body, missing) => {
    const details = expect.objectContaining({ missing_fields: missing });
    expect(told(await team.asKey.post('/api/webhooks', body))).toEqual([400, failure('INVALID_REQUEST', details)]);
  });

  test.each([
    ['an unknown event', { url: 'https://example.com/hook', events: ['message.sent'] }, 'events'],
    ['an empty list', { url: 'https://example.com/hook', events: [] }, 'events'],
    ['no address', { url: 'example', events: ['chat.message'] }, 'url'],
    ['an address of another protocol', { url: 'ftp://example.com', events: ['chat.message'] }, 'url'],
    ['a short secret', { url: 'https://example.com/hook', events: ['chat.message'], secret: 'x' }, 'secret'],
  ])('with %s are refused', async (_, body, field) => {
    const details = { fields: [{ field, message: expect.stringContaining(field) }] };
    expect(told(await team.asKey.post('/api/webhooks', body))).toEqual([400, failure('INVALID_REQUEST', details)]);
  });

  test('tell messages of both sides, and the end of a chat, signed', async () => {
    const path = '/signed';
    const secret = 'your_webhook_secret';
    must(await team.asKey.post('/api/webhooks', { url: sink.url(path), events: EVENTS, secret }), 201);
    const { id: chatId, message, message_id } = await client.chat('Hello');
    const isAnswer = ({ role }: { role: string }) => role === 'assistant';
    const event = await sink.untilEvent(path, (one) => one.event === 'chat.message' && isAnswer(one.data));
    expect(event).toEqual({
      id: expect.any(String),
      event: 'chat.message',
      timestamp: TIME,
      data: { chat_id: chatId, message_id, user_id: expect.stringMatching(/\S/), content: message, role: 'assistant' },
    });
    const asked = await sink.untilEvent(path, (one) => one.data.role === 'user');
    expect(asked.data).toMatchObject({ chat_id: chatId, content: 'Hello', user_id: event.data.user_id });
    const { completed_at } = must(await team.asKey.post(`/api/chat/${chatId}/complete`), 200).body;
    const completed = await sink.untilEvent(path, (one) => one.event === 'chat.completed');
    expect(completed.data).toEqual({ chat_id: chatId, message_count: 2, completed_at: TIME });
    expect(Math.abs(Date.parse(completed.data.completed_at) - Date.parse(completed_at))).toBeLessThan(10_000);
    for (const delivery of sink.at(path)) {
      expect(holdsPlainSignature(delivery, secret) && holdsStandardSignature(delivery, secret)).toBe(true);
      expect(delivery.headers['x-webhook-event']).toBe(JSON.parse(delivery.body).event);
    }
  });

  test('tell documents, files and knowledge', async () => {
    const { heard } = await listen();
    const document = must(await team.asKey.post('/api/documents', { title: 'Plan', content: 'A' }), 201).body;
    must(await team.asKey.put(`/api/documents/${document.id}`, { content: 'B' }), 200);
    const told = { document_id: document.id, title: 'Plan', type: 'markdown' };
    expect((await heard('document.created')).data).toEqual({ ...told, version: 1 });
    expect((await heard('document.updated')).data).toEqual({ ...told, version: 2 });

    const file = must(await client.upload('teams.txt', 'Install the connector.'), 201).body;
    const uploaded = { file_id: file.id, filename: 'teams.txt', size: 22, type: file.type };
    expect((await heard('file.uploaded')).data).toEqual(uploaded);
    const processed = { file_id: file.id, status: 'completed', chunks_created: 1, error: null };
    expect((await heard('file.processed')).data).toEqual(processed);
    const broken = must(await client.upload('broken.json', '{'), 201).body;
    expect((await heard('file.processed', ({ file_id }) => file_id === broken.id)).data).toEqual({
      file_id: broken.id,
      status: 'failed',
      chunks_created: 0,
      error: expect.stringMatching(/\S/),
    });

    const note = await client.add('The gate closes at ten.', { title: 'Gate', source_type: 'wiki', tags: ['gate'] });
    expect((await heard('knowledge.added')).data).toEqual({
      knowledge_id: note.id,
      title: 'Gate',
      source_type: 'wiki',
      tags: ['gate'],
    });
  });

  test('tell what other dialects cause, and only what they asked for', async () => {
    const { heard, path } = await listen(['chat.message', 'knowledge.added']);
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data;
    const base = must(await team.asKey.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, { name: 'Help' }), 201).body
      .data;
    must(
      await team.asKey.post(`/api/v1/knowledge-bases/${base.id}/items`, { title: 'Boat', content: 'At seven.' }),
      201,
    );
    const added = await heard('knowledge.added');
    expect(added.data).toEqual({ knowledge_id: id('know'), title: 'Boat', source_type: 'manual', tags: [] });
    const message = { message: 'When does the boat leave?', userId: 'user_42' };
    must(await team.asKey.post(`/api/v1/chatbots/${bot.id}/conversation`, message), 200);
    expect((await heard('chat.message', ({ role }) => role === 'user')).data).toMatchObject({
      user_id: 'user_42',
      content: 'When does the boat leave?',
    });
    must(await team.asKey.post('/api/documents', { title: 'Plan', content: 'A' }), 201);
    await heard('chat.message', ({ role }) => role === 'assistant');
    await eventually(async () => sink.at(path).length >= 3);
    expect(new Set(sink.eventsAt(path).map(({ event }) => event))).toEqual(
      new Set(['chat.message', 'knowledge.added']),
    );
  });
});

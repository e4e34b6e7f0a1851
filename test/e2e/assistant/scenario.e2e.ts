/** The main job through the assistant dialect, as one newcomer lives it. */
import { eventually } from '#testing';
import { must, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { WebhookSink } from '#testing/webhooks';
import { AssistantClient } from './assistant-client';

const HANDBOOK = `# Handbook

## Expenses

Expenses are handed in by the fifth of the month. Meals are paid up to 28 euros a day.

## Holidays

Everybody has 30 days of holiday. Holidays are asked for two weeks ahead.
`;

describe('a newcomer who speaks assistant', () => {
  let sink: WebhookSink;

  beforeAll(async () => {
    sink = await WebhookSink.start();
  });
  afterAll(() => sink?.stop());

  test('uploads a handbook, adds a note, asks, streams, works on a draft, and hears of all of it', async () => {
    const wire = new WireClient((await sharedInstallation()).baseUrl);
    const team = await registerTeam(wire);
    const client = new AssistantClient(wire.withToken(team.apiKey));
    const path = '/newcomer';
    const events = [
      'chat.message',
      'chat.completed',
      'document.created',
      'file.uploaded',
      'file.processed',
      'knowledge.added',
    ];
    must(await client.wire.post('/api/webhooks', { url: sink.url(path), events }), 201);

    // The handbook is uploaded, read by a job, and found when that is done.
    const file = must(await client.upload('handbook.md', HANDBOOK, [['tags', 'handbook']]), 201).body;
    expect(file.status).toBe('processing');
    const status = await eventually(async () => {
      const now = await client.status(file.id);
      return now.status !== 'processing' && now;
    });
    expect(status).toMatchObject({ status: 'completed', error: null });
    expect(status.chunks_created).toBeGreaterThanOrEqual(1);
    const found = await client.search('How many days of holiday does everybody have?', {
      filters: { tags: ['handbook'] },
    });
    expect(found.results[0]).toMatchObject({ source: { id: file.id, filename: 'handbook.md', type: 'document' } });
    expect(found.results[0].content).toContain('30 days');

    // What is added as a note is known at once.
    const note = await client.add('The parking code is 4711.', { title: 'Parking', tags: ['note'] });
    const chat = await client.chat('What is the parking code?');
    expect(chat.message).toContain('4711');

    // The chat answers from the file; what is streamed is what is kept.
    const streamed = await client.stream('How many days of holiday does everybody have?', chat.id);
    expect(streamed.text).toContain('30 days');
    const { messages } = await client.history(chat.id);
    expect(messages.map(({ role }: { role: string }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
    expect(messages[3]).toMatchObject({ id: streamed.last.message_id, content: streamed.text });

    // A draft has versions.
    const draft = must(await client.wire.post('/api/documents', { title: 'Letter', content: 'Dear all,' }), 201).body;
    const second = must(
      await client.wire.put(`/api/documents/${draft.id}`, { content: 'Dear all, welcome.' }),
      200,
    ).body;
    expect([second.id, second.version]).toEqual([draft.id, 2]);

    must(await client.wire.post(`/api/chat/${chat.id}/complete`), 200);
    const heard = (event: string, fields: object) =>
      sink.untilEvent(path, (one) => {
        return one.event === event && Object.entries(fields).every(([name, value]) => one.data[name] === value);
      });
    await heard('file.uploaded', { file_id: file.id });
    await heard('file.processed', { file_id: file.id, status: 'completed', chunks_created: status.chunks_created });
    await heard('knowledge.added', { knowledge_id: note.id });
    for (const { id: messageId, content } of messages) await heard('chat.message', { message_id: messageId, content });
    await heard('chat.completed', { chat_id: chat.id, message_count: 4 });
    await heard('document.created', { document_id: draft.id });

    // The handbook goes, and with it what was known from it.
    must(await client.wire.delete(`/api/files/${file.id}`), 204);
    expect(
      await client.found('How many days of holiday does everybody have?', { filters: { tags: ['handbook'] } }),
    ).toEqual([]);
  });
});

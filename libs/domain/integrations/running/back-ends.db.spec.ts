import { newId } from '#kernel';
import { type IntegrationsProcess, IntegrationsUnderTest } from '#testing/integrations';
import type { IntegrationInput } from '../integrations.types';
import type { AnsweringBackEnd, BackEndMessages, TurnToAnswer } from './back-end.types';

const HELLO: BackEndMessages = { messages: [{ role: 'user', content: 'Hello' }] };

describe('back-ends', () => {
  let made: IntegrationsUnderTest;
  let { ours, theirs, botId, service, db, clock } = {} as IntegrationsUnderTest;
  let here: IntegrationsProcess;

  beforeAll(async () => {
    made = await IntegrationsUnderTest.open();
    ({ ours, theirs, botId, service, db, clock } = made);
  });
  afterAll(() => made.close());
  beforeEach(async () => {
    await made.begin();
    here = made.process();
  });
  afterEach(() => made.end());

  const create = (name: string, input: IntegrationInput = {}) =>
    here.integrations.create(ours, botId, { name, webhookUrl: service.url, ...input });
  const turn = (changes: Partial<TurnToAnswer> = {}): TurnToAnswer => {
    return { teamId: ours.teamId, botId, botName: 'Bot', userRef: 'ada', ...changes };
  };
  const namesAsked = async (asked: TurnToAnswer, { backEnds } = here) =>
    ((await backEnds.of(asked)) ?? []).map(({ name }) => name);
  const answering = async (asked = turn()): Promise<AnsweringBackEnd> => {
    const [first] = (await here.backEnds.of(asked)) ?? [];
    if (!first || first.kind === 'model') throw new Error('Nobody answers.');
    return first;
  };

  describe('chosen for conversations', () => {
    it('keep to their shares of the conversations, also of two processes', async () => {
      await create('A', { weight: 3 });
      await create('B', { weight: 1 });
      const processes = [here, made.process()];
      const ids = await made.conversations(400);
      const names = await Promise.all(
        ids.map((conversationId, at) => namesAsked(turn({ conversationId }), processes[at % 2])),
      );
      const ofA = names.filter(([name]) => name === 'A').length;
      expect(Math.abs(ofA - 300)).toBeLessThanOrEqual(8);
      const stored = await db.database.query<{ count: number }>('select count(*)::int from integration_assignment');
      expect(stored).toEqual([{ count: 400 }]);
    });

    it('are the same for one conversation, whoever chooses at the same time', async () => {
      await create('A');
      await create('B');
      const processes = [here, made.process(), made.process()];
      for (const conversationId of await made.conversations(20)) {
        const names = await Promise.all(
          [...processes, ...processes].map((process) => namesAsked(turn({ conversationId }), process)),
        );
        expect(new Set(names.map(([name]) => name)).size).toBe(1);
      }
    });

    it('stay when weights change and others come, and are remembered without asking the database', async () => {
      const a = await create('A');
      const [conversationId] = await made.conversations(1);
      expect(await namesAsked(turn({ conversationId }))).toEqual(['A']);
      await create('B', { weight: 1_000 });
      await here.integrations.update(ours, a.id, { weight: 0.001 });
      expect(await namesAsked(turn({ conversationId }))).toEqual(['A']);
      expect(await namesAsked(turn({ conversationId }), made.process())).toEqual(['A']);
      await db.database.query('delete from integration_assignment');
      expect(await namesAsked(turn({ conversationId }))).toEqual(['A']);
    });

    it.each<[string, (id: string) => Promise<unknown>]>([
      ['gone', (id) => here.integrations.delete(ours, id)],
      ['switched off', (id) => here.integrations.update(ours, id, { isEnabled: false })],
      ['without a weight', (id) => here.integrations.update(ours, id, { weight: 0 })],
    ])('are chosen anew when they are %s, by every process', async (_how, change) => {
      const a = await create('A');
      const [conversationId] = await made.conversations(1);
      const there = made.process();
      expect(await namesAsked(turn({ conversationId }), there)).toEqual(['A']);
      await create('B');
      await change(a.id);
      expect(await namesAsked(turn({ conversationId }))).toEqual(['B']);
      expect(await namesAsked(turn({ conversationId }), there)).toEqual(['B']);
    });

    it('go with the conversation, and none is kept for one that is not there', async () => {
      await create('A');
      const [conversationId] = await made.conversations(1);
      await namesAsked(turn({ conversationId }));
      await db.database.query('delete from conversation');
      expect(await db.database.query('select 1 from integration_assignment')).toEqual([]);
      expect(await namesAsked(turn({ conversationId: newId() }))).toEqual(['A']);
      expect(await namesAsked(turn())).toEqual(['A']);
      expect(await db.database.query('select 1 from integration_assignment')).toEqual([]);
    });

    it('are followed by the fallbacks in the order of their making, each once', async () => {
      await create('A', { isFallback: true });
      await create('B', { weight: 0 });
      await create('C', { weight: 0, isFallback: true });
      await create('D', { weight: 0, isFallback: true, isEnabled: false });
      await create('E', { weight: 0, isFallback: true });
      expect(await namesAsked(turn())).toEqual(['A', 'C', 'E']);
    });

    it('are none for a bot without a share to give, and for another team', async () => {
      expect(await here.backEnds.of(turn())).toBeUndefined();
      await create('A', { weight: 0, isFallback: true });
      expect(await here.backEnds.of(turn())).toBeUndefined();
      await create('B');
      expect(await here.backEnds.of(turn({ teamId: theirs.teamId }))).toBeUndefined();
    });
  });

  describe('called', () => {
    it('are sent what the documents say', async () => {
      const { id } = await create('A', { headers: { 'X-Tenant': 'acme' } });
      const [conversationId] = await made.conversations(1);
      const messageId = newId();
      const asked = turn({ conversationId, sessionKey: 's-1', messageId });
      expect(await (await answering(asked)).answer(HELLO)).toMatchObject({ ok: true, answer: { text: 'heard Hello' } });
      const [call] = service.calls;
      expect(call?.body).toEqual({
        messages: HELLO.messages,
        conversation_id: `conv_${hex(conversationId)}`,
        user: { id: 'ada', platform: 'api', name: null, username: null },
        bot: { id: `bot_${hex(botId)}`, name: 'Bot' },
        metadata: { channel: 'api', chat_id: 's-1', message_id: `msg_${hex(messageId)}` },
      });
      expect(call?.headers).toMatchObject({
        'content-type': 'application/json',
        'user-agent': 'ChatbotPlatform/1.0',
        'x-chatbot-platform-version': '1.0',
        'x-bot-id': `bot_${hex(botId)}`,
        'x-integration-id': `int_${hex(id)}`,
        'x-tenant': 'acme',
      });
    });

    it('are told of the messenger', async () => {
      await create('A');
      const channelId = newId();
      const user = { id: '7', username: 'ada', name: 'Ada L.' };
      const arrival = {
        ...{ channelId, platform: 'telegram', chatId: '42', threadId: '9', platformMessageId: '1001', user },
      };
      await (await answering(turn({ arrival }))).answer(HELLO);
      expect(service.calls[0]?.body).toMatchObject({
        user: { ...user, platform: 'telegram' },
        metadata: {
          channel: 'telegram',
          channel_id: `ch_${hex(channelId)}`,
          chat_id: '42',
          thread_id: '9',
          message_id: '1001',
        },
      });
    });

    it.each([
      ['an error', { status: 500 }, 'The back-end answered with status 500.', 500],
      ['a refusal', { status: 404 }, 'The back-end answered with status 404.', 404],
      ['a redirect', { status: 307 }, 'The back-end answered with status 307; redirects are not followed.', 307],
      ['no JSON', { text: '<html>' }, 'The answer of the back-end is no JSON.', null],
      ['another shape', { answer: () => ({ reply: 'Hi' }) }, 'The answer of the back-end has no content.', null],
      ['a flood', { floodsBytes: 1_000_000 }, /more than 262,144 bytes/, null],
    ])('fail with %s in words for people', async (_what, behaviour, error, statusCode) => {
      await create('A');
      service.behaviour = behaviour;
      const words = typeof error === 'string' ? error : expect.stringMatching(error);
      expect(await (await answering()).answer(HELLO)).toMatchObject({
        ok: false,
        error: words,
        statusCode,
        wasCalled: true,
      });
    });

    it('fail when they take longer than they may', async () => {
      await create('A');
      await db.database.query('update integration set timeout_ms = 20');
      here = made.process();
      service.behaviour = { hangs: true };
      const late = { ok: false, error: 'No answer came within 0.02 s.', statusCode: null };
      expect(await (await answering()).answer(HELLO)).toMatchObject(late);
    });

    it('fail when nobody is there, and where nobody may go', async () => {
      await create('A', { webhookUrl: 'http://127.0.0.1:9/' });
      expect(await (await answering()).answer(HELLO)).toMatchObject({
        ok: false,
        error: 'The connection was refused.',
      });
      here = made.process({ allowsPrivateAddresses: false });
      expect(await (await answering()).answer(HELLO)).toMatchObject({
        ok: false,
        error: expect.stringContaining('private or reserved network'),
      });
    });

    it('fail when their secrets do not open any more', async () => {
      await create('A', { headers: { Authorization: 'Bearer hush' } });
      await db.database.query(`update integration set secrets = decode(repeat('00', 60), 'hex')`);
      here = made.process();
      expect(await (await answering()).answer(HELLO)).toMatchObject({
        ok: false,
        error: expect.stringMatching(/secret/i),
      });
      expect(service.calls).toEqual([]);
    });

    it('reject only when the turn is withdrawn, and count nothing then', async () => {
      const { id } = await create('A');
      service.behaviour = { hangs: true };
      const withdrawal = new AbortController();
      const answer = (await answering()).answer(HELLO, withdrawal.signal);
      withdrawal.abort(new Error('withdrawn'));
      await expect(answer).rejects.toThrow('withdrawn');
      expect(await here.integrations.health(ours, id)).toMatchObject({ calls: 0, failures: 0 });
    });

    it('are left alone after three failures in a row, until one call goes well again', async () => {
      await create('A');
      const one = await answering();
      service.behaviour = { status: 503 };
      for (let call = 0; call < 3; call += 1) expect(await one.answer(HELLO)).toMatchObject({ wasCalled: true });
      expect(await one.answer(HELLO)).toMatchObject({ ok: false, wasCalled: false, latencyMs: 0 });
      expect(service.calls).toHaveLength(3);
      service.reset({ answer: () => ({ content: 'Back.' }) });
      clock.advance(5_000);
      expect(await one.answer(HELLO)).toMatchObject({ ok: true });
      expect(await one.answer(HELLO)).toMatchObject({ ok: true });
    });

    it('are not left alone for refusing single messages', async () => {
      await create('A');
      service.behaviour = { status: 422 };
      const one = await answering();
      for (let call = 0; call < 5; call += 1) expect(await one.answer(HELLO)).toMatchObject({ wasCalled: true });
    });
  });
});

function hex(uuid: string | undefined): string {
  return (uuid ?? '').replaceAll('-', '');
}

import { HOUR_MS, type KeyActor, MINUTE_MS, newId } from '#kernel';
import { type EchoingChats, openEchoingChats } from '#testing/chats';
import type { TurnFrame } from '../chats.types';

const STATE = { code: 'chats.escalation_state', kind: 'conflict' };

describe('hand-off to people', () => {
  let chats: EchoingChats;
  let ada: KeyActor;
  let ben: KeyActor;

  beforeAll(async () => {
    chats = await openEchoingChats();
    ada = chats.actor;
    ben = await chats.person('Ben');
  });
  afterAll(() => chats.db.close());
  beforeEach(() => chats.forgetAll());

  const begin = (message = 'hello', sessionKey = 'visit') =>
    chats.turns.ask(chats.actor, chats.bot.id, { message, sessionKey, isStreamed: true });
  const ask = async (message?: string) => (await begin(message)).answered();
  const escalated = async (message?: string) => {
    const { conversationId } = await ask(message);
    return chats.escalations.escalate(ada, conversationId);
  };
  const said = async (conversationId: string) => {
    const messages = await chats.conversations.messages(ada, conversationId);
    return messages.map(({ role, content }) => `${role}: ${content}`);
  };
  const stateOf = async (conversationId: string) => {
    const { handling, status, agent } = await chats.conversations.find(ada, conversationId);
    return { handling, status, agent: agent?.name };
  };

  test('goes from the bot to a person and back, and the end user is told of each step', async () => {
    await chats.agents.put(ada, ada.userId, { displayName: 'Ada' });
    const { id, conversationId, agent } = await escalated();
    expect(agent).toEqual({ id: ada.userId, name: 'Ada' });
    expect(await stateOf(conversationId)).toEqual({ handling: 'waiting', status: 'escalated', agent: 'Ada' });
    await chats.escalations.accept(ada, id);
    expect(await stateOf(conversationId)).toEqual({ handling: 'human', status: 'escalated', agent: 'Ada' });
    const answer = await ask('are you there?');
    expect(answer).toMatchObject({ isNotice: true, handling: 'human', escalation: { id, agentId: ada.userId } });
    await chats.escalations.reply(ada, id, 'Yes, I am.');
    await chats.escalations.return(ada, id, 'Good bye.');
    expect(await stateOf(conversationId)).toEqual({ handling: 'bot', status: 'active', agent: undefined });
    const last = await ask('and now?');
    expect(last).toMatchObject({ handling: 'bot', reply: { text: 'and now? (5)' } });
    expect(await said(conversationId)).toEqual([
      'user: hello',
      'bot: hello (0)',
      expect.stringMatching(/^system: I am handing you over/),
      'system: Ada has joined the conversation.',
      'user: are you there?',
      'agent: Yes, I am.',
      'agent: Good bye.',
      expect.stringMatching(/^system: I am the automated assistant/),
      'user: and now?',
      'bot: and now? (5)',
    ]);
    expect((await chats.events()).filter((name) => !name.startsWith('message.received')).sort()).toEqual([
      'conversation.escalated',
      'conversation.returned',
      'conversation.started',
      'conversation.taken-over',
      'message.agent-replied',
      'message.agent-replied',
      'message.sent',
      'message.sent',
    ]);
  });

  test('tells the bot what people said as if it had said it, and leaves out what the service said', async () => {
    const { id } = await escalated();
    await chats.escalations.reply(ada, id, 'Hello.');
    await chats.escalations.return(ada, id);
    await ask('again');
    expect(chats.engine.requests.at(-1)?.history).toEqual([
      { role: 'user', text: 'hello' },
      { role: 'bot', text: 'hello (0)' },
      { role: 'bot', text: 'Hello.' },
    ]);
  });

  test('withdraws the reply that is being made when a person takes over, at once and in every process', async () => {
    const gate = Promise.withResolvers<void>();
    const { conversationId } = await ask('first');
    chats.engine.gate = gate.promise;
    const turn = await begin('tell me');
    const elsewhere = await chats
      .anotherProcess()
      .turns.ask(ada, chats.bot.id, { message: 'and this', sessionKey: 'visit', isStreamed: true });
    const [frames, others] = [read(turn.follow()), read(elsewhere.follow())];
    await chats.escalations.takeOver(ada, conversationId);
    expect((await frames).at(-1)).toMatchObject({ type: 'withdrawn', answer: { isNotice: true, handling: 'human' } });
    expect((await others).at(-1)).toMatchObject({ type: 'withdrawn' });
    gate.resolve();
    expect(await said(conversationId)).toEqual([
      'user: first',
      'bot: first (0)',
      'user: tell me',
      'user: and this',
      expect.stringMatching(/^system: .* has joined/),
    ]);
    expect(await turn.answered()).toMatchObject({ isNotice: true });
    const resumed = await chats.turns.resume(ada, chats.bot.id, { messageId: turn.start.messageId, cursor: 3 });
    expect((await read(resumed.follow(3))).map(({ type }) => type)).toEqual(['withdrawn']);
  });

  test('withdraws also when no notice arrives, at the latest when the reply is to be stored', async () => {
    const gate = Promise.withResolvers<void>();
    const { conversationId } = await ask('first');
    chats.engine.gate = gate.promise;
    const turn = await begin('tell me');
    const { id } = await chats.escalations.escalate(ada, conversationId);
    await chats.db.database.query(`update conversation set handling = 'human' where id = $1`, [conversationId]);
    await chats.db.database.query(`update message set state = 'withdrawn' where state = 'pending'`);
    gate.resolve();
    const answer = await turn.answered();
    expect(answer).toMatchObject({ isNotice: true, escalation: { id } });
  });

  test('refuses what does not fit the state, and says what it is', async () => {
    const { id } = await escalated();
    await expect(chats.escalations.transfer(ada, id)).rejects.toMatchObject({
      ...STATE,
      message: 'The escalation cannot be transferred: it is waiting for somebody to accept it.',
    });
    await chats.agents.put(ada, ada.userId, { displayName: 'Ada' });
    await chats.escalations.accept(ada, id);
    await expect(chats.escalations.accept(ada, id)).resolves.toMatchObject({ state: 'active' });
    for (const attempt of [
      () => chats.escalations.accept(ben, id),
      () => chats.escalations.assign(ada, id, ben.userId),
    ])
      await expect(attempt()).rejects.toMatchObject({ ...STATE, message: expect.stringContaining('answered by Ada') });
    await expect(chats.escalations.reply(ben, id, 'Me too.')).rejects.toMatchObject(STATE);
    await chats.escalations.resolve(ada, id);
    for (const attempt of [
      () => chats.escalations.accept(ada, id),
      () => chats.escalations.reply(ada, id, 'Late.'),
      () => chats.escalations.return(ada, id),
      () => chats.escalations.resolve(ada, id),
    ])
      await expect(attempt()).rejects.toMatchObject({ ...STATE, message: expect.stringContaining('was resolved') });
  });

  test('of two people who accept at the same time, one has it', async () => {
    const { id } = await escalated();
    const outcomes = await Promise.allSettled([chats.escalations.accept(ada, id), chats.escalations.accept(ben, id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await chats.told('conversation.taken-over')).length).toBe(1);
  });

  test('asked for twice is one escalation', async () => {
    const { conversationId } = await ask();
    const both = await Promise.all([
      chats.escalations.escalate(ada, conversationId),
      chats.escalations.escalate(ada, conversationId),
    ]);
    expect(both[0].id).toBe(both[1].id);
    expect(await chats.told('conversation.escalated')).toHaveLength(1);
  });

  test('while a person is waited for the bot says only what it is sure of', async () => {
    chats.bot.configuration = { confidenceThreshold: 0.4, handOff: { isEnabled: true, confidenceBelow: 0.7 } };
    chats.engine.as = { grounded: true, confidence: 0.9 };
    await escalated('¿Dónde está mi pedido?');
    const { handling, escalation } = await ask('¿Cuándo llega mi pedido?');
    expect({ handling, reason: escalation?.reason }).toEqual({ handling: 'waiting', reason: 'requested' });
    expect(chats.engine.requests.at(-1)?.configuration).toMatchObject({
      confidenceThreshold: 0.7,
      answersWithoutKnowledge: false,
      fallbackMessage: expect.stringContaining('persona'),
    });
  });

  test('resolving ends the way to a person; the next message opens the conversation again, with the bot', async () => {
    const { id, conversationId } = await escalated();
    await chats.escalations.accept(ada, id);
    const first = await chats.conversations.resolve(ada, conversationId);
    expect(await chats.conversations.resolve(ada, conversationId)).toEqual(first);
    expect(await stateOf(conversationId)).toMatchObject({ handling: 'bot', status: 'resolved' });
    expect(await chats.escalations.get(ada, id)).toMatchObject({ state: 'resolved' });
    expect(await chats.told('conversation.resolved')).toHaveLength(1);
    await ask('one more thing');
    expect(await stateOf(conversationId)).toMatchObject({ handling: 'bot', status: 'active' });
  });

  test('closing ends the conversation once, and what was on its way to a person', async () => {
    const { id, conversationId } = await escalated();
    const { endedAt } = await chats.conversations.close(ada, conversationId);
    chats.clock.advance(1_000);
    expect(await chats.conversations.close(ada, conversationId)).toEqual({ endedAt });
    expect(await chats.escalations.get(ada, id)).toMatchObject({ state: 'resolved' });
    expect((await chats.events()).filter((name) => name === 'conversation.ended')).toHaveLength(1);
  });

  test('a conversation with a person falls silent after a day only, and is then with the bot', async () => {
    const { id, conversationId } = await escalated();
    chats.clock.advance(23 * HOUR_MS);
    await chats.ending.endIdleConversations();
    expect(await stateOf(conversationId)).toMatchObject({ handling: 'waiting' });
    chats.clock.advance(2 * HOUR_MS);
    await chats.ending.endIdleConversations();
    expect(await stateOf(conversationId)).toMatchObject({ handling: 'bot' });
    expect(await chats.escalations.get(ada, id)).toMatchObject({ state: 'resolved' });
  });

  test('a person may take over a conversation that nobody asked them to, also one that has ended', async () => {
    const { conversationId } = await ask();
    chats.clock.advance(2 * HOUR_MS);
    await chats.ending.endIdleConversations();
    const taken = await chats.escalations.takeOver(ben, conversationId);
    expect(taken).toMatchObject({ state: 'active', reason: 'taken_over', agent: { id: ben.userId } });
    await chats.upkeep.sweep();
    expect(await stateOf(conversationId)).toMatchObject({ handling: 'human', agent: 'Ben' });
  });

  test('a visitor may ask for a person in their conversation and in no other', async () => {
    const key = { kind: 'widget_key', keyId: newId(), botId: chats.bot.id, allowedOrigins: [] } as const;
    const widget = { ...key, scopes: ['chat:write', 'conversations:read'], teamId: ada.teamId, plan: 'free' } as const;
    const first = await (
      await chats.turns.ask(widget, chats.bot.id, { message: 'hi', sessionKey: 'visit', isStreamed: false })
    ).answered();
    expect(first.userRef).toBe(`visitor:${first.conversationId}`);
    expect(first.sessionKey).not.toBe('visit');
    const visitor = { ...widget, kind: 'visitor', conversationId: first.conversationId } as const;
    const { conversationId: other } = await ask();
    expect(await chats.escalations.escalate(visitor, first.conversationId)).toMatchObject({ state: 'waiting' });
    const refused = { code: 'chats.conversation_not_found' };
    await expect(chats.escalations.escalate(visitor, other)).rejects.toMatchObject(refused);
    await expect(chats.turns.askIn(visitor, other, { message: 'x', isStreamed: false })).rejects.toMatchObject(refused);
    await expect(chats.conversations.find(visitor, other)).rejects.toMatchObject(refused);
    await expect(chats.turns.ask(widget, chats.otherBot.id, { message: 'x', isStreamed: false })).rejects.toMatchObject(
      { code: 'chats.bot_not_found' },
    );
    const next = await (
      await chats.turns.askIn(visitor, first.conversationId, { message: 'more', isStreamed: false })
    ).answered();
    const position = { messageId: next.messageId, cursor: 0 };
    await expect(chats.turns.resumeIn(visitor, first.conversationId, position)).resolves.toBeDefined();
    await expect(chats.turns.resumeIn(ada, first.conversationId, position)).rejects.toMatchObject({
      code: 'chats.turn_not_found',
    });
    await expect(chats.escalations.list(visitor, {}, { page: 1, limit: 10 })).rejects.toThrow();
  });

  test('another team sees nothing of it', async () => {
    const { id, conversationId } = await escalated();
    const stranger = { ...ada, teamId: newId() };
    const gone = { kind: 'not_found' };
    await expect(chats.escalations.get(stranger, id)).rejects.toMatchObject(gone);
    await expect(chats.escalations.escalate(stranger, conversationId)).rejects.toMatchObject(gone);
    expect((await chats.escalations.list(stranger, {}, { page: 1, limit: 10 })).total).toBe(0);
  });

  test('waiting and handling times are told for a period', async () => {
    const from = chats.clock.now();
    const { id } = await escalated();
    chats.clock.advance(2 * MINUTE_MS);
    await chats.escalations.reply(ada, id, 'Hello.');
    chats.clock.advance(3 * MINUTE_MS);
    await chats.escalations.resolve(ada, id);
    const period = { from, to: new Date(chats.clock.nowMs() + 1) };
    const report = await chats.statistics.report(ada, period);
    expect(report).toMatchObject({
      total: 1,
      byReason: { requested: 1, low_confidence: 0 },
      byState: { resolved: 1, waiting: 0 },
      waiting: { count: 1, meanMs: 2 * MINUTE_MS, p50Ms: 2 * MINUTE_MS, p95Ms: 2 * MINUTE_MS },
      firstReply: { count: 1, meanMs: 2 * MINUTE_MS },
      handling: { count: 1, p95Ms: 3 * MINUTE_MS },
    });
    const later = { from: period.to, to: new Date(period.to.getTime() + 1) };
    expect(await chats.statistics.report(ada, later)).toMatchObject({ total: 0, waiting: { count: 0, meanMs: null } });
  });
});

function read(frames: AsyncIterable<TurnFrame>): Promise<TurnFrame[]> {
  return Array.fromAsync(frames);
}

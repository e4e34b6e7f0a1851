import type { HandOffPolicy } from '#domain/bots';
import type { Reply } from '#domain/replies';
import { MINUTE_MS } from '#kernel';
import { ScriptedLlm } from '#providers/llm';
import { type EchoingChats, openEchoingChats } from '#testing/chats';

const UNSURE = { confidence: 0.2, grounded: false };
const SURE: Partial<Reply> = { confidence: 0.9, grounded: true };

describe('what makes a conversation go to a person', () => {
  let chats: EchoingChats;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(() => chats.forgetAll());

  const begin = (message: string, handOffDefaults?: HandOffPolicy) => {
    const input = { message, sessionKey: 'visit', isStreamed: true, ...(handOffDefaults ? { handOffDefaults } : {}) };
    return chats.turns.ask(chats.actor, chats.bot.id, input);
  };
  const ask = async (message: string, policy?: HandOffPolicy) => (await begin(message, policy)).answered();
  const reasonsAfter = async (policy: HandOffPolicy, replies: ReadonlyArray<Partial<Reply>>) => {
    const reasons: Array<string | undefined> = [];
    for (const reply of replies) {
      chats.engine.as = reply;
      chats.clock.advance(MINUTE_MS);
      reasons.push((await ask('what?', { isEnabled: true, ...policy })).escalation?.reason);
    }
    return reasons;
  };

  test('is nothing unless the bot or the API says so', async () => {
    chats.engine.as = UNSURE;
    expect(await ask('let me talk to a human')).toMatchObject({ handling: 'bot' });
    expect(await ask('let me talk to a human', { confidenceBelow: 0.9 })).toMatchObject({ handling: 'bot' });
  });

  test('a wish for a person is answered at once, and no model is asked', async () => {
    const turn = await begin('I want to talk to a human', { isEnabled: true });
    const frames = await Array.fromAsync(turn.follow());
    const answer = await turn.answered();
    expect(answer).toMatchObject({
      handling: 'waiting',
      escalation: { reason: 'user_request', agentId: null },
      reply: { confidence: 0, sources: [], model: 'none', text: expect.stringMatching(/^I am handing you over/) },
    });
    expect(frames.map((frame) => (frame.type === 'delta' ? frame.text : '')).join('')).toBe(answer.reply.text);
    expect(chats.engine.requests).toEqual([]);
    expect(await chats.told('conversation.escalated')).toEqual([
      expect.objectContaining({ reason: 'user_request', channel: 'api', agentId: null }),
    ]);
  });

  test('frustration does so too, above its limit', async () => {
    const policy = { isEnabled: true, frustrationAbove: 0.8 };
    expect((await ask('This is useless, I am furious!', policy)).escalation?.reason).toBe('frustration');
  });

  test('frustration that a model sees is told after the reply, which did not wait for it', async () => {
    chats.engine.as = SURE;
    const judge = new ScriptedLlm({ deltas: ['0.95 0.00'] });
    chats.judges.push(judge);
    const message = 'And where is my order now, pray tell?';
    const answer = await ask(message, { isEnabled: true, frustrationAbove: 0.8 });
    expect(answer.escalation?.reason).toBe('frustration');
    expect(answer.reply.text).toMatch(/^And where is my order now.*\n\nI am handing you over/s);
    expect(judge.requests).toHaveLength(1);
    expect((await ask(message, { isEnabled: true })).escalation?.reason).toBe('frustration');
    expect(judge.requests).toHaveLength(1);
  });

  test('a reply that is not sure is told all the same, with what follows from it', async () => {
    chats.engine.as = UNSURE;
    const turn = await begin('what?', { isEnabled: true, confidenceBelow: 0.75 });
    const frames = await Array.fromAsync(turn.follow());
    const answer = await turn.answered();
    expect(answer.reply.text).toMatch(/^what\? \(0\)\n\nI am handing you over/);
    expect(frames.map((frame) => (frame.type === 'delta' ? frame.text : '')).join('')).toBe(answer.reply.text);
    const messages = await chats.conversations.messages(chats.actor, answer.conversationId);
    expect(messages.map(({ role }) => role)).toEqual(['user', 'bot', 'system']);
    expect(messages[1]?.content).toBe(answer.reply.text);
    expect((await chats.escalations.get(chats.actor, answer.escalation!.id)).confidence).toBe(0.2);
  });

  test('small talk and sure replies do not', async () => {
    expect(await reasonsAfter({ confidenceBelow: 0.75 }, [SURE, { ...UNSURE, isSmallTalk: true }])).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('replies without grounds, one after the other', async () => {
    const reasons = await reasonsAfter({ noContextTurns: 2 }, [UNSURE, SURE, UNSURE, UNSURE]);
    expect(reasons).toEqual([undefined, undefined, undefined, 'no_context']);
  });

  test('more turns than the limit, counted anew after a person', async () => {
    expect(await reasonsAfter({ maxTurns: 2 }, [SURE, SURE, SURE])).toEqual([undefined, undefined, 'turn_limit']);
    const { items } = await chats.escalations.list(chats.actor, {}, { page: 1, limit: 1 });
    await chats.escalations.return(chats.actor, items[0]!.id);
    expect(await reasonsAfter({ maxTurns: 2 }, [SURE, SURE, SURE])).toEqual([undefined, undefined, 'turn_limit']);
  });

  test('more minutes than the limit', async () => {
    expect(await reasonsAfter({ maxMinutes: 1 }, [SURE, SURE, SURE])).toEqual([undefined, undefined, 'time_limit']);
  });

  test('two turns at the same time make one escalation, and both replies are kept', async () => {
    chats.engine.as = UNSURE;
    const policy = { isEnabled: true, confidenceBelow: 0.75 };
    const answers = await Promise.all(['one', 'two', 'three'].map((message) => ask(message, policy)));
    expect(new Set(answers.map(({ escalation }) => escalation?.id)).size).toBe(1);
    expect(answers.every(({ handling }) => handling === 'waiting')).toBe(true);
    expect(await chats.told('conversation.escalated')).toHaveLength(1);
    const messages = await chats.conversations.messages(chats.actor, answers[0]!.conversationId);
    expect(messages.filter(({ role }) => role === 'bot')).toHaveLength(3);
  });
});

import { newId } from '#kernel';
import { type EchoingChats, openEchoingChats } from '#testing/chats';
import type { AskInput, Score } from './chats.types';

const FILE = { id: newId(), name: 'invoice.txt', mediaType: 'text/plain' };

describe('conversations', () => {
  let chats: EchoingChats;

  beforeAll(async () => {
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(() => chats.forgetAll());

  const ask = async (input: Partial<AskInput> = {}) =>
    (await chats.turns.ask(chats.actor, chats.bot.id, { message: 'hello', isStreamed: false, ...input })).answered();

  test('keep what the caller says of them, of their messages and of the model', async () => {
    const { conversationId, userRef, channel } = await ask({
      channel: 'chat',
      userRef: 'user_42',
      conversationMetadata: { user_name: 'Joe' },
      metadata: { page: '/prices' },
      modelName: 'gpt-4',
      attachments: [{ ...FILE, content: { name: FILE.name, text: 'Total: 7 euros' } }],
    });
    expect([userRef, channel]).toEqual(['user_42', 'chat']);
    const conversation = await chats.conversations.find(chats.actor, conversationId);
    expect(conversation).toMatchObject({ channel: 'chat', userRef: 'user_42', metadata: { user_name: 'Joe' } });
    const [asked, replied] = await chats.conversations.messages(chats.actor, conversationId);
    expect(asked).toMatchObject({ role: 'user', attachments: [FILE], metadata: { page: '/prices' } });
    expect(replied).toMatchObject({ role: 'bot', model: 'echo', confidence: 0, metadata: { modelName: 'gpt-4' } });
    expect(chats.engine.requests[0]?.attachments).toEqual([{ id: FILE.id, name: FILE.name, text: 'Total: 7 euros' }]);
    expect(await chats.told('message.sent')).toEqual([expect.objectContaining({ channel: 'chat', conversationId })]);
  });

  test('go on by their id, with what was kept unless something else is given', async () => {
    const { conversationId } = await ask({ channel: 'widget', conversationMetadata: { step: 1 }, sessionKey: 'visit' });
    const goOn = async (input: Partial<AskInput>) =>
      (
        await chats.turns.askIn(chats.actor, conversationId, { message: 'again', isStreamed: false, ...input })
      ).answered();
    expect(await goOn({ channel: 'email' })).toMatchObject({ channel: 'widget', sessionKey: 'visit' });
    expect((await chats.conversations.find(chats.actor, conversationId)).metadata).toEqual({ step: 1 });
    const second = await goOn({ conversationMetadata: { step: 2 } });
    expect(second.reply.text).toBe('again (4)');
    expect((await chats.conversations.find(chats.actor, conversationId)).metadata).toEqual({ step: 2 });
    const later = await chats.conversations.messages(chats.actor, conversationId, { afterPosition: 3, limit: 2 });
    expect(later.map(({ position }) => position)).toEqual([4, 5]);
    await expect(chats.turns.askIn(chats.actor, newId(), { message: 'x', isStreamed: false })).rejects.toMatchObject({
      code: 'chats.conversation_not_found',
    });
    expect(await chats.told('conversation.started')).toHaveLength(1);
  });

  test('are judged by a score, which is also told in a word', async () => {
    const { conversationId, messageId } = await ask();
    for (const score of [1, 2, 3, 4, 5] as Score[])
      await chats.conversations.rateIn(chats.actor, conversationId, { score, messageId });
    const told = await chats.told('message.rated');
    expect(told.map(({ score, rating }) => `${score} ${rating}`).sort()).toEqual([
      '1 negative',
      '2 negative',
      '3 neutral',
      '4 positive',
      '5 positive',
    ]);
    await expect(
      chats.conversations.rateIn(chats.actor, conversationId, { score: 5, messageId: newId() }),
    ).rejects.toMatchObject({ code: 'chats.message_not_found' });
    await expect(chats.conversations.rateIn(chats.actor, newId(), { score: 5 })).rejects.toMatchObject({
      code: 'chats.conversation_not_found',
    });
  });

  test('are judged by one of their messages alone', async () => {
    const { conversationId, messageId } = await ask();
    const judgement = { rating: 'negative', comment: 'Too short.' } as const;
    const rated = await chats.conversations.rateMessage(chats.actor, messageId, judgement);
    expect(rated).toEqual({ id: expect.any(String), conversationId, at: expect.any(Date) });
    expect(await chats.told('message.rated')).toEqual([
      expect.objectContaining({ ...judgement, conversationId, messageId, score: null, query: 'hello' }),
    ]);
    const stranger = { ...chats.actor, teamId: newId() };
    for (const [actor, unknown] of [
      [stranger, messageId],
      [chats.actor, newId()],
      [chats.actor, 'x'],
    ] as const)
      await expect(chats.conversations.rateMessage(actor, unknown, judgement)).rejects.toMatchObject({
        code: 'chats.message_not_found',
      });
  });
});

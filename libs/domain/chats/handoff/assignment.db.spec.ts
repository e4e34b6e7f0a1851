import { type KeyActor, MINUTE_MS } from '#kernel';
import { type EchoingChats, openEchoingChats } from '#testing/chats';
import type { Escalation } from './hand-off.types';

describe('assignment of escalations', () => {
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

  const put = (person: KeyActor, displayName: string, capacity: number, isAvailable = true) =>
    chats.agents.put(ada, person.userId, { displayName, capacity, isAvailable });
  const escalate = async (): Promise<Escalation> => {
    const turn = await chats.turns.ask(ada, chats.bot.id, { message: 'help', isStreamed: false });
    const { conversationId } = await turn.answered();
    return chats.escalations.escalate(ada, conversationId);
  };
  const agentsOf = async () => {
    const { items } = await chats.escalations.list(ada, {}, { page: 1, limit: 100 });
    return items.map(({ agent }) => agent?.name ?? null).reverse();
  };
  const lastSystemMessage = async ({ conversationId }: Escalation) =>
    (await chats.conversations.messages(ada, conversationId)).at(-1)?.content;

  test('goes to whoever is least busy by capacity, then to whoever has waited longest', async () => {
    await put(ada, 'Ada', 4);
    await put(ben, 'Ben', 2);
    for (let n = 0; n < 6; n += 1) {
      await escalate();
      chats.clock.advance(1_000);
    }
    const given = await agentsOf();
    expect(given.slice(0, 3).sort()).toEqual(['Ada', 'Ada', 'Ben']);
    expect(given.filter((name) => name === 'Ada')).toHaveLength(4);
  });

  test('leaves waiting whom nobody has room for, says so, and gives them out when somebody has', async () => {
    await put(ada, 'Ada', 1);
    await put(ben, 'Ben', 5, false);
    const first = await escalate();
    const second = await escalate();
    expect([first.agent?.name, second.agent]).toEqual(['Ada', null]);
    expect(await lastSystemMessage(second)).toMatch(/^Nobody/);
    await put(ben, 'Ben', 5);
    expect(await chats.escalations.get(ada, second.id)).toMatchObject({ state: 'waiting', agent: { name: 'Ben' } });
    expect(await chats.told('conversation.assigned')).toEqual([expect.objectContaining({ agentName: 'Ben' })]);
  });

  test('gives the next one to whoever has ended one', async () => {
    await put(ada, 'Ada', 1);
    const [first, second] = [await escalate(), await escalate()];
    await chats.escalations.accept(ada, first.id);
    await chats.escalations.return(ada, first.id);
    expect(await chats.escalations.get(ada, second.id)).toMatchObject({ agent: { name: 'Ada' } });
  });

  test('never exceeds a capacity, however many come at once', async () => {
    await put(ada, 'Ada', 3);
    await put(ben, 'Ben', 4);
    await Promise.all(Array.from({ length: 20 }, escalate));
    await Promise.all([chats.upkeep.sweep(), chats.upkeep.sweep(), chats.upkeep.sweep()]);
    const counts = Object.fromEntries(
      (await chats.agents.list(ada)).map((agent) => [agent.displayName, agent.openCount]),
    );
    expect(counts).toEqual({ Ada: 3, Ben: 4 });
    const { items } = await chats.escalations.list(ada, {}, { page: 1, limit: 100 });
    const accepted = await Promise.allSettled(items.map(({ id }) => chats.escalations.accept(ben, id)));
    expect(accepted.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(accepted.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'chats.agent_full', message: expect.stringContaining('4 of at most 4') },
    });
  });

  test('a transfer goes to the given agent, or to another who has room, and counts', async () => {
    await put(ada, 'Ada', 2);
    const { id, conversationId } = await escalate();
    await chats.escalations.accept(ada, id);
    await expect(chats.escalations.transfer(ada, id)).rejects.toMatchObject({ code: 'chats.nobody_free' });
    await put(ben, 'Ben', 1);
    const moved = await chats.escalations.transfer(ada, id);
    expect(moved).toMatchObject({ state: 'active', agent: { name: 'Ben' }, transferCount: 1 });
    expect((await chats.conversations.find(ada, conversationId)).handling).toBe('human');
    expect(await lastSystemMessage(moved)).toBe('Ben has taken over the conversation.');
    await expect(chats.escalations.reply(ada, id, 'Mine?')).rejects.toMatchObject({ code: 'chats.escalation_state' });
    await expect(chats.escalations.transfer(ben, id, ada.keyId)).rejects.toMatchObject({
      code: 'chats.agent_not_found',
    });
    expect(await chats.escalations.transfer(ben, id, ada.userId)).toMatchObject({
      agent: { name: 'Ada' },
      transferCount: 2,
    });
  });

  test('one that its agent does not accept in time goes to somebody else', async () => {
    await put(ada, 'Ada', 1);
    const { id } = await escalate();
    chats.clock.advance(4 * MINUTE_MS);
    await chats.upkeep.sweep();
    expect(await chats.escalations.get(ada, id)).toMatchObject({ agent: { name: 'Ada' } });
    await put(ben, 'Ben', 1);
    await chats.upkeep.sweep();
    expect(await chats.escalations.get(ada, id)).toMatchObject({ agent: { name: 'Ben' } });
  });

  test('those of an agent who leaves wait for another, and the bot helps out', async () => {
    await put(ada, 'Ada', 2);
    const { id, conversationId } = await escalate();
    await chats.escalations.accept(ada, id);
    await chats.agents.remove(ada, ada.userId);
    expect(await chats.escalations.get(ben, id)).toMatchObject({ state: 'waiting', agent: null });
    expect((await chats.conversations.find(ben, conversationId)).handling).toBe('waiting');
    await expect(chats.agents.remove(ben, ada.userId)).rejects.toMatchObject({ code: 'chats.agent_not_found' });
  });

  test('whoever accepts without being an agent becomes one who is given none', async () => {
    const { id } = await escalate();
    await chats.escalations.accept(ben, id);
    expect(await chats.agents.list(ada)).toEqual([
      expect.objectContaining({ userId: ben.userId, displayName: 'Ben', isAvailable: false, openCount: 1 }),
    ]);
    expect((await escalate()).agent).toBeNull();
  });

  test('only people of the team can be agents', async () => {
    const refused = { code: 'chats.member_not_found' };
    await expect(chats.agents.put(ada, ada.keyId, {})).rejects.toMatchObject(refused);
    await expect(chats.agents.put({ ...ada, teamId: ada.keyId }, ben.userId, {})).rejects.toMatchObject(refused);
    await expect(chats.agents.put(ada, 'nobody', {})).rejects.toMatchObject(refused);
  });
});

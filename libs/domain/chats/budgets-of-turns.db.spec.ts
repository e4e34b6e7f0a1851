import { Logger } from '@nestjs/common';
import { newId, type UserActor } from '#kernel';
import { type ChatProcess, type EchoingChats, openEchoingChats } from '#testing/chats';
import type { AskInput } from './chats.types';
import type { CompletionInput } from './completions/completions.types';

const EXHAUSTED = { code: 'budgets.exhausted', kind: 'rate_limited' };

describe('what turns use of budgets', () => {
  let chats: EchoingChats;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    chats = await openEchoingChats();
  });
  afterAll(() => chats.db.close());
  beforeEach(async () => {
    await chats.forgetAll();
    await chats.db.database.query('delete from budget');
    await chats.db.database.query('delete from budget_use');
  });

  const query = <Row>(sql: string, parameters: unknown[] = []) => chats.db.database.query<Row>(sql, parameters);
  /** A process that has just started, under these budgets a day. */
  const under = async (...budgets: [subject: string, measure: string, allowance: number][]): Promise<ChatProcess> => {
    for (const [subject, measure, allowance] of budgets)
      await query(
        `insert into budget (id, team_id, subject, measure, period, allowance, created_at, updated_at)
         values ($1, $2, $3, $4, 'day', $5, now(), now())`,
        [newId(), chats.actor.teamId, subject, measure, allowance],
      );
    return chats.anotherProcess();
  };
  const ask = async ({ turns }: ChatProcess, message: string, changes: Partial<AskInput> = {}) =>
    (await turns.ask(chats.actor, chats.bot.id, { message, isStreamed: false, ...changes })).answered();
  const used = async () => {
    const rows = await query<{ subject: string; id: string; measure: string; used: number }>(
      'select subject, subject_id as id, measure, used::int from budget_use where used > 0',
    );
    return Object.fromEntries(rows.map(({ subject, id, measure, used: of }) => [`${subject} ${id} ${measure}`, of]));
  };
  const messages = async () => (await query<{ n: number }>('select count(*)::int as n from message'))[0]!.n;
  const usage = (inputTokens: number, outputTokens: number) => ({ inputTokens, outputTokens });
  const completion = (changes: Partial<CompletionInput> = {}): CompletionInput => {
    return { message: 'hi', history: [], caller: {}, isStreamed: false, isStored: true, ...changes };
  };
  const complete = ({ completions }: ChatProcess, changes: Partial<CompletionInput> = {}) =>
    Array.fromAsync(completions.complete(chats.actor, chats.bot, completion(changes)));

  test('a message counts for all whom it concerns, and one that is refused is not stored', async () => {
    const process = await under(
      ['team', 'requests', 9],
      ['key', 'requests', 9],
      ['bot', 'requests', 9],
      ['end_user', 'requests', 2],
    );
    await ask(process, 'one', { userRef: 'ada' });
    await ask(process, 'two', { userRef: 'ada' });
    await expect(ask(process, 'three', { userRef: 'ada' })).rejects.toMatchObject(EXHAUSTED);
    await ask(process, 'four', { userRef: 'bea' });
    expect(await used()).toEqual({
      'team  requests': 3,
      [`key ${chats.actor.keyId} requests`]: 3,
      [`bot ${chats.bot.id} requests`]: 3,
      'end_user ada requests': 2,
      'end_user bea requests': 1,
    });
    expect(await messages()).toBe(6);
    expect(await chats.told('message.received')).toHaveLength(3);
  });

  test('one that cannot be stored counts for nobody', async () => {
    const process = await under(['team', 'requests', 9]);
    const gone = process.turns.askIn(chats.actor, newId(), { message: 'hi', isStreamed: false });
    await expect(gone).rejects.toMatchObject({ kind: 'not_found' });
    await expect(ask(process, 'hi', { chatId: newId() })).rejects.toMatchObject({ kind: 'not_found' });
    expect(await used()).toEqual({});
  });

  test('a message of a conversation that there is counts for its end user', async () => {
    const process = await under(['end_user', 'requests', 2]);
    const { conversationId } = await ask(process, 'one', { userRef: 'ada' });
    const goOn = () => process.turns.askIn(chats.actor, conversationId, { message: 'more', isStreamed: false });
    await (await goOn()).answered();
    await expect(goOn()).rejects.toMatchObject(EXHAUSTED);
    expect(await used()).toEqual({ 'end_user ada requests': 2 });
  });

  test('callers with a key who name nobody have one end user for each conversation', async () => {
    const process = await under(['end_user', 'requests', 1]);
    await ask(process, 'one', { sessionKey: 'a' });
    await ask(process, 'one', { sessionKey: 'b' });
    await expect(ask(process, 'two', { sessionKey: 'a' })).rejects.toMatchObject(EXHAUSTED);
  });

  test('a message that is asked again counts once, and so do the tokens of its reply', async () => {
    const process = await under(['team', 'requests', 9], ['team', 'tokens', 99]);
    chats.engine.as = { usage: usage(7, 3) };
    const input = { message: 'hi', isStreamed: false, userMessageId: newId() };
    const asked = [process, chats.anotherProcess(), process].map(async ({ turns }) =>
      (await turns.askOnce(chats.actor, chats.bot.id, input)).answered(),
    );
    await Promise.allSettled(asked);
    await (await process.turns.askOnce(chats.actor, chats.bot.id, input)).answered();
    expect(await used()).toEqual({ 'team  requests': 1, 'team  tokens': 10 });
  });

  test('tokens are all that models have read and written for a reply, and are counted before it is told', async () => {
    const process = await under(['team', 'tokens', 100]);
    const further = { relatedPrompts: usage(4, 1), unspoken: usage(2, 1), embeddingTokens: 5 };
    chats.engine.as = { usage: usage(70, 30), further };
    await ask(process, 'one');
    expect(await used()).toEqual({ 'team  tokens': 113 });
    await expect(ask(process, 'two')).rejects.toMatchObject(EXHAUSTED);
  });

  test('a reply that failed has used no tokens', async () => {
    const process = await under(['team', 'requests', 9], ['team', 'tokens', 99]);
    chats.engine.failure = new Error('provider down');
    await expect(ask(process, 'one')).rejects.toThrow();
    expect(await used()).toEqual({ 'team  requests': 1 });
  });

  test('a completion counts once, stored or not, and also when it only wants tools called', async () => {
    const process = await under(['team', 'requests', 4], ['key', 'tokens', 999]);
    chats.engine.as = { usage: usage(6, 4) };
    await complete(process);
    await complete(process, { isStored: false });
    chats.engine.as = { ...chats.engine.as, toolCalls: [{ id: 'c', name: 'add', arguments: '{}' }] as never };
    await complete(process);
    expect(await used()).toEqual({ 'team  requests': 3, [`key ${chats.actor.keyId} tokens`]: 30 });
    await complete(process);
    await expect(complete(process)).rejects.toMatchObject(EXHAUSTED);
  });

  test('who leaves a completion in the middle has used what was told', async () => {
    const process = await under(['team', 'tokens', 999]);
    for await (const event of process.completions.complete(
      chats.actor,
      chats.bot,
      completion({ message: 'a b c d e f' }),
    ))
      if (event.type === 'delta') break;
    expect((await used())['team  tokens']).toBeGreaterThan(1);
    expect(await messages()).toBe(0);
  });

  test('people who log in have no key', async () => {
    const process = await under(['key', 'requests', 0], ['team', 'requests', 1]);
    const { teamId, plan } = chats.actor;
    const person: UserActor = {
      kind: 'user',
      teamId,
      plan,
      userId: newId(),
      role: 'user',
      teamRole: 'owner',
      loginId: newId(),
    };
    await (await process.turns.ask(person, chats.bot.id, { message: 'hi', isStreamed: false })).answered();
    await expect(ask(process, 'hi')).rejects.toMatchObject(EXHAUSTED);
    expect(await used()).toEqual({ 'team  requests': 1 });
  });
});

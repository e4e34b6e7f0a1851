import type { BotKeys } from '#domain/identity';
import { MIGRATIONS } from '#domain/migrations';
import { type Actor, newId } from '#kernel';
import { linkedNotices, ManualClock, RecordingOutbox } from '#testing';
import { auditLogOn } from '#testing/audit';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { BotEntity } from '../bot.entity';
import { BotLookup } from '../bot-lookup';
import type { BotModels } from '../bot-models';
import { BotsQueries } from '../bots.queries';
import { BotsService } from '../bots.service';
import { Personalities } from './personalities.service';
import { PersonalityEntity } from './personality.entity';

const actorOf = (teamId: string): Actor => ({ kind: 'system', teamId, plan: 'free' });
const PAGE = { page: 1, limit: 10 };

describe('personalities', () => {
  const ours = actorOf(newId());
  const theirs = actorOf(newId());
  const clock = new ManualClock();
  let db: TestDatabase;
  let botId: string;
  let personalities: Personalities;
  /** Of another process. */
  let elsewhere: Personalities;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [BotEntity, PersonalityEntity] });
  });
  afterAll(() => db.close());

  beforeEach(async () => {
    await db.reset();
    await db.database.query(`insert into team (id, name) values ($1, 'Ours'), ($2, 'Theirs')`, [
      ours.teamId,
      theirs.teamId,
    ]);
    const notices = linkedNotices(db.database);
    const lookup = new BotLookup(db.database, notices(), clock);
    const models = { requireUsable: async () => undefined } as unknown as BotModels;
    const queries = new BotsQueries(db.database);
    const keys = {} as BotKeys;
    const bots = new BotsService(
      queries,
      keys,
      models,
      lookup,
      db.database,
      new RecordingOutbox(),
      notices(),
      clock,
      auditLogOn(db.database, clock),
    );
    personalities = new Personalities(bots, db.database, notices(), clock);
    elsewhere = new Personalities(bots, db.database, notices(), clock);
    botId = (await bots.create(ours, { name: 'Helper' })).id;
  });

  const defaults = async () => {
    const { items } = await personalities.list(ours, botId, PAGE);
    return items.filter(({ isDefault }) => isDefault).map(({ name }) => name);
  };

  test('the default one of a bot is one at most, however it became that', async () => {
    await personalities.create(ours, botId, { name: 'One', isDefault: true });
    const two = await personalities.create(ours, botId, { name: 'Two' });
    expect(await defaults()).toEqual(['One']);
    await personalities.makeDefault(ours, two.id);
    expect(await defaults()).toEqual(['Two']);
    await personalities.createDefault(ours, botId);
    expect(await defaults()).toEqual(['Default']);
    await personalities.update(ours, two.id, { isDefault: true });
    expect(await defaults()).toEqual(['Two']);
    await personalities.update(ours, two.id, { isDefault: false });
    expect(await defaults()).toEqual([]);
  });

  test('those of a team are listed oldest first, each page behind the one before, and found by their name in a bot', async () => {
    const one = await personalities.create(ours, botId, { name: 'One' });
    const two = await personalities.create(ours, botId, { name: 'Two' });
    const listed = async (actor: Actor, request: { after?: string; limit: number }) =>
      (await personalities.listOfTeam(actor, request)).map(({ name }) => name);
    expect(await listed(ours, { limit: 10 })).toEqual(['One', 'Two']);
    expect(await listed(ours, { limit: 1 })).toEqual(['One']);
    expect(await listed(ours, { after: one.id, limit: 10 })).toEqual(['Two']);
    expect(await listed(theirs, { limit: 10 })).toEqual([]);
    expect((await personalities.getNamed(ours, botId, 'Two')).id).toBe(two.id);
    for (const [actor, name] of [
      [theirs, 'Two'],
      [ours, 'Three'],
    ] as const)
      await expect(personalities.getNamed(actor, botId, name)).rejects.toMatchObject({
        code: 'personalities.not_found',
      });
  });

  test('many who make theirs the default at once leave one', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `Personality ${n}`);
    const made = await Promise.all(names.map((name) => personalities.create(ours, botId, { name })));
    await Promise.all(made.map(({ id }) => personalities.makeDefault(ours, id)));
    expect(await defaults()).toHaveLength(1);
  });

  test('a name is taken once in a bot, also by a change', async () => {
    await personalities.create(ours, botId, { name: 'One' });
    const two = await personalities.create(ours, botId, { name: 'Two' });
    await expect(personalities.create(ours, botId, { name: ' One ' })).rejects.toThrow(
      expect.objectContaining({ code: 'personalities.name_taken' }),
    );
    await expect(personalities.update(ours, two.id, { name: 'One' })).rejects.toThrow(
      expect.objectContaining({ code: 'personalities.name_taken' }),
    );
    expect((await personalities.get(ours, two.id)).name).toBe('Two');
  });

  test('another team sees none of it', async () => {
    const one = await personalities.create(ours, botId, { name: 'One' });
    const missing = expect.objectContaining({ kind: 'not_found' });
    await expect(personalities.get(theirs, one.id)).rejects.toThrow(missing);
    await expect(personalities.update(theirs, one.id, { name: 'Theirs' })).rejects.toThrow(missing);
    await expect(personalities.delete(theirs, one.id)).rejects.toThrow(missing);
    await expect(personalities.create(theirs, botId, { name: 'Theirs' })).rejects.toThrow(missing);
    await expect(personalities.list(theirs, botId, PAGE)).rejects.toThrow(missing);
    expect(await personalities.defaultModifierOf(theirs.teamId, botId)).toBeUndefined();
  });

  test('every process speaks by the default one as it is now', async () => {
    expect(await elsewhere.defaultModifierOf(ours.teamId, botId)).toBeUndefined();
    const one = await personalities.create(ours, botId, { name: 'One', isDefault: true });
    expect(await elsewhere.defaultModifierOf(ours.teamId, botId)).toContain('Speak as "One".');
    await personalities.update(ours, one.id, { tone: 'calm' });
    expect(await elsewhere.defaultModifierOf(ours.teamId, botId)).toContain('Tone: calm');
    await personalities.update(ours, one.id, { isDefault: false });
    expect(await elsewhere.defaultModifierOf(ours.teamId, botId)).toBeUndefined();
  });

  test('the default one stays, any other goes', async () => {
    const one = await personalities.create(ours, botId, { name: 'One', isDefault: true });
    const two = await personalities.create(ours, botId, { name: 'Two' });
    await expect(personalities.delete(ours, one.id)).rejects.toThrow(
      expect.objectContaining({ code: 'personalities.is_default' }),
    );
    await personalities.delete(ours, two.id);
    expect((await personalities.list(ours, botId, PAGE)).items.map(({ name }) => name)).toEqual(['One']);
  });
});

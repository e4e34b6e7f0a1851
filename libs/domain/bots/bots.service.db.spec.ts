import { BotKeys } from '#domain/identity';
import { MIGRATIONS } from '#domain/migrations';
import { type BeforeModelDelete, type Model, type Models } from '#domain/models';
import { type Actor, invalidInput, newId } from '#kernel';
import { linkedNotices, ManualClock, RecordingOutbox } from '#testing';
import { auditLogOn } from '#testing/audit';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { BotEntity } from './bot.entity';
import { BotLookup } from './bot-lookup';
import { BotModels } from './bot-models';
import { BotsQueries } from './bots.queries';
import { BotsService } from './bots.service';
import type { BotListRequest, ConfigurationInput } from './bots.types';

const actorOf = (teamId: string): Actor => ({ kind: 'system', teamId, plan: 'free' });
const PAGE = { page: 1, limit: 10 };

/** A registry with the language model 7 and the rerank model 8. */
class TwoModels {
  beforeDeleteListeners: BeforeModelDelete[] = [];

  beforeDelete(listener: BeforeModelDelete): void {
    this.beforeDeleteListeners.push(listener);
  }

  async requireUsable(_teamId: string, id: number, kind: string, field: string): Promise<void> {
    if ((kind === 'llm' && id === 7) || (kind === 'rerank' && id === 8)) return;
    throw invalidInput([{ field, message: `${field} must be the id of a model of kind ${kind}.` }]);
  }

  async delete(id: number, name: string): Promise<void> {
    for (const listener of this.beforeDeleteListeners) await listener({ id, name, teamId: this.teamId } as Model);
  }

  constructor(readonly teamId: string) {}
}

describe('bots', () => {
  const ours = actorOf(newId());
  const theirs = actorOf(newId());
  const clock = new ManualClock();
  let db: TestDatabase;
  let outbox: RecordingOutbox;
  let bots: BotsService;
  let models: TwoModels;
  /** Of another process. */
  let elsewhere: BotLookup;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [BotEntity] });
  });
  afterAll(() => db.close());

  beforeEach(async () => {
    await db.reset();
    await db.database.query(`insert into team (id, name) values ($1, 'Ours'), ($2, 'Theirs')`, [
      ours.teamId,
      theirs.teamId,
    ]);
    outbox = new RecordingOutbox();
    const notices = linkedNotices(db.database);
    const queries = new BotsQueries(db.database);
    const keys = new BotKeys(db.database, notices(), clock);
    models = new TwoModels(ours.teamId);
    const botModels = new BotModels(models as unknown as Models, queries);
    botModels.onModuleInit();
    const lookup = new BotLookup(db.database, notices(), clock);
    bots = new BotsService(
      queries,
      keys,
      botModels,
      lookup,
      db.database,
      outbox,
      notices(),
      clock,
      auditLogOn(db.database, clock),
    );
    elsewhere = new BotLookup(db.database, notices(), clock);
  });

  const namesOf = async (search?: string) =>
    (await bots.list(ours, { ...PAGE, ...(search === undefined ? {} : { search }) })).items.map(({ name }) => name);

  describe('the one for callers who name none', () => {
    test('is made once, however many ask, and is of its team', async () => {
      const asked = await Promise.all(Array.from({ length: 10 }, () => bots.ensureDefault(ours)));
      expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
      expect(asked[0]).toMatchObject({ name: 'Assistant', slug: 'assistant', isDefault: true, teamId: ours.teamId });
      expect((await bots.ensureDefault(theirs)).id).not.toBe(asked[0]!.id);
      expect(await namesOf()).toEqual(['Assistant']);
    });

    test('follows its changes, and is made anew when it was deleted', async () => {
      const { id } = await bots.ensureDefault(ours);
      await bots.update(ours, id, { name: 'Concierge' });
      expect(await bots.ensureDefault(ours)).toMatchObject({ id, name: 'Concierge' });
      await bots.delete(ours, id);
      expect((await bots.ensureDefault(ours)).id).not.toBe(id);
    });

    test('finds a slug of its own', async () => {
      await bots.createNamed(ours, { slug: 'assistant' });
      expect(await bots.ensureDefault(ours)).toMatchObject({ slug: 'assistant-2' });
    });
  });

  describe('as turns look them up', () => {
    const GONE = { code: 'bots.not_found' };

    test('are read once, and never by another team', async () => {
      const { id } = await bots.create(ours, { name: 'Helper' });
      expect({ ...(await elsewhere.get(ours, id)) }).toEqual({ ...(await bots.get(ours, id)) });
      await db.database.query(`update bot set name = 'Unseen' where id = $1`, [id]);
      expect(await elsewhere.get(ours, id)).toMatchObject({ name: 'Helper' });
      await expect(elsewhere.get(theirs, id)).rejects.toMatchObject(GONE);
      await expect(elsewhere.get(ours, 'no-id')).rejects.toMatchObject(GONE);
    });

    test('follow a change and a delete at once in every process', async () => {
      const { id } = await bots.create(ours, { name: 'Helper' });
      await elsewhere.get(ours, id);
      await bots.update(ours, id, { name: 'Guide' });
      expect(await elsewhere.get(ours, id)).toMatchObject({ name: 'Guide' });
      await bots.delete(ours, id);
      await expect(elsewhere.get(ours, id)).rejects.toMatchObject(GONE);
    });

    test('are found by their slug, and missing ones are found as soon as they are made', async () => {
      expect(await elsewhere.bySlug(ours.teamId, 'My bot')).toBeUndefined();
      const { id } = await bots.createNamed(ours, { slug: 'My bot' });
      expect(await elsewhere.bySlug(ours.teamId, 'My bot')).toMatchObject({ id, name: 'My bot' });
      expect(await elsewhere.bySlug(theirs.teamId, 'My bot')).toBeUndefined();
      await bots.update(ours, id, { name: 'Guide' });
      expect(await elsewhere.bySlug(ours.teamId, 'My bot')).toMatchObject({ slug: 'My bot', name: 'Guide' });
      await bots.delete(ours, id);
      expect(await elsewhere.bySlug(ours.teamId, 'My bot')).toBeUndefined();
      const again = await bots.createNamed(ours, { slug: 'My bot' });
      expect(await elsewhere.bySlug(ours.teamId, 'My bot')).toMatchObject({ id: again.id });
    });

    test('follow a change within seconds in a process that was not told', async () => {
      const { id } = await bots.create(ours, { name: 'Helper' });
      await elsewhere.get(ours, id);
      await db.database.query(`update bot set name = 'Guide' where id = $1`, [id]);
      clock.advance(6_000);
      expect(await elsewhere.get(ours, id)).toMatchObject({ name: 'Guide' });
    });

    test('are forgotten when they turn out to be gone', async () => {
      const { id } = await bots.create(ours, { name: 'Helper' });
      await elsewhere.get(ours, id);
      await db.database.query('delete from bot where id = $1', [id]);
      expect(elsewhere.gone(id)).toMatchObject(GONE);
      await expect(elsewhere.get(ours, id)).rejects.toMatchObject(GONE);
    });
  });

  test('a bot is read as it was made', async () => {
    const made = await bots.create(ours, {
      name: ' Support Bot ',
      configuration: { temperature: 0.2, own: [1, null] },
    });
    expect(made).toEqual({
      id: expect.any(String),
      number: 1,
      teamId: ours.teamId,
      slug: 'support-bot',
      name: 'Support Bot',
      description: null,
      engine: 'default',
      configuration: { temperature: 0.2, own: [1, null] },
      status: 'active',
      isDefault: false,
      createdAt: clock.now(),
      updatedAt: clock.now(),
    });
    expect({ ...(await bots.get(ours, made.id)) }).toEqual(made);
    expect(outbox.events).toEqual([
      { name: 'bot.created', teamId: ours.teamId, data: { botId: made.id, name: 'Support Bot' } },
    ]);
  });

  test('bots of one name have different slugs, also when they are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => bots.create(ours, { name: 'Support Bot' })));
    const slugs = made.map(({ slug }) => slug).sort();
    const wanted = ['support-bot', ...Array.from({ length: 11 }, (_, index) => `support-bot-${index + 2}`)];
    expect(slugs).toEqual(wanted.sort());
  });

  test('a slug is taken in its team only', async () => {
    await bots.create(ours, { name: 'Help' });
    expect((await bots.create(theirs, { name: 'Help' })).slug).toBe('help');
  });

  test('names that ASCII cannot write share one stem', async () => {
    const slugs = [];
    for (const name of ['🤖', '客服', 'Bot']) slugs.push((await bots.create(ours, { name })).slug);
    expect(slugs).toEqual(['bot', 'bot-2', 'bot-3']);
  });

  test('a configuration that is not acceptable makes no bot', async () => {
    await expect(bots.create(ours, { name: 'Help', configuration: { temperature: 3 } })).rejects.toMatchObject({
      kind: 'invalid_input',
      fields: [{ field: 'configuration.temperature' }],
    });
    expect(await namesOf()).toEqual([]);
  });

  test('a bot is switched off and on, and lists tell the two apart', async () => {
    const { id } = await bots.create(ours, { name: 'one' });
    await bots.create(ours, { name: 'two', status: 'disabled' });
    expect((await bots.update(ours, id, { status: 'disabled' })).status).toBe('disabled');
    expect((await bots.update(ours, id, { status: 'active', name: 'uno' })).status).toBe('active');
    const named = async (request: Partial<BotListRequest>) =>
      (await bots.list(ours, { page: 1, limit: 10, ...request })).items.map(({ name }) => name);
    expect(await named({ status: 'active' })).toEqual(['uno']);
    expect(await named({ status: 'disabled', search: 'TWO' })).toEqual(['two']);
    expect(await named({ status: 'disabled', search: 'uno' })).toEqual([]);
  });

  test('lists show the newest first, page by page', async () => {
    for (const name of ['one', 'two', 'three']) await bots.create(ours, { name });
    await bots.create(theirs, { name: 'hidden' });
    expect(await bots.list(ours, { page: 1, limit: 2 })).toMatchObject({
      items: [{ name: 'three' }, { name: 'two' }],
      total: 3,
    });
    expect(await bots.list(ours, { page: 2, limit: 2 })).toMatchObject({ items: [{ name: 'one' }], total: 3 });
    expect(await bots.list(ours, { page: 3, limit: 2 })).toMatchObject({ items: [], total: 3 });
  });

  test('search looks at name and description in any case, and takes every character as it is', async () => {
    await bots.create(ours, { name: 'Sales', description: 'Übernahme 100%' });
    await bots.create(ours, { name: 'support_v2' });
    await bots.create(theirs, { name: 'Sales' });
    expect(await namesOf('SALES')).toEqual(['Sales']);
    expect(await namesOf('übernahme')).toEqual(['Sales']);
    expect(await namesOf('%')).toEqual(['Sales']);
    expect(await namesOf('t_v')).toEqual(['support_v2']);
    expect(await namesOf('\\')).toEqual([]);
    expect(await namesOf('')).toHaveLength(2);
  });

  test('an update changes what it names, and null clears', async () => {
    const { id } = await bots.create(ours, {
      name: 'Help',
      description: 'Helps.',
      engine: 'own',
      configuration: { temperature: 1, model: 'm' },
    });
    clock.advance(1_000);
    const renamed = await bots.update(ours, id, { name: 'Aid', configuration: { model: null, own: 1 } });
    expect(renamed).toMatchObject({ name: 'Aid', slug: 'help', description: 'Helps.', engine: 'own' });
    expect(renamed.configuration).toEqual({ temperature: 1, own: 1 });
    expect(renamed.updatedAt).toEqual(clock.now());
    const cleared = await bots.update(ours, id, { description: null, engine: null, configuration: null });
    expect(cleared).toMatchObject({ name: 'Aid', description: null, engine: 'default', configuration: {} });
    expect({ ...(await bots.get(ours, id)) }).toEqual(cleared);
    expect(outbox.names).toEqual(['bot.created', 'bot.updated', 'bot.updated']);
  });

  test('updates at the same moment lose nothing of each other', async () => {
    const { id } = await bots.create(ours, { name: 'Help' });
    const fields = Array.from({ length: 8 }, (_, index) => `field${index}`);
    await Promise.all(fields.map((field) => bots.update(ours, id, { configuration: { [field]: true } })));
    expect(Object.keys((await bots.get(ours, id)).configuration).sort()).toEqual(fields);
  });

  test('deleting takes everything along, after the listeners were told', async () => {
    const { id } = await bots.create(ours, { name: 'Help' });
    const baseId = newId();
    await db.database.query(`insert into knowledge_base (id, team_id, bot_id, name) values ($1, $2, $3, 'FAQ')`, [
      baseId,
      ours.teamId,
      id,
    ]);
    const seen: unknown[] = [];
    bots.beforeDelete(async (botId) => {
      seen.push(botId, await db.database.query('select id from knowledge_base where bot_id = $1', [botId]));
    });
    await bots.delete(ours, id);
    expect(seen).toEqual([id, [{ id: baseId }]]);
    expect(await db.database.query('select 1 from bot union all select 1 from knowledge_base')).toEqual([]);
    expect(outbox.names).toEqual(['bot.created', 'bot.deleted']);
    await expect(bots.get(ours, id)).rejects.toMatchObject({ code: 'bots.not_found' });
  });

  test('a listener that fails keeps the bot', async () => {
    const { id } = await bots.create(ours, { name: 'Help' });
    bots.beforeDelete(async () => {
      throw new Error('no');
    });
    await expect(bots.delete(ours, id)).rejects.toThrow('no');
    expect(await bots.get(ours, id)).toMatchObject({ name: 'Help' });
  });

  test.each(['get', 'hold', 'update', 'delete'] as const)(
    "%s answers not_found for another team's bot, an unknown id and what is no id",
    async (call) => {
      const { id } = await bots.create(theirs, { name: 'Help' });
      for (const wrong of [id, newId(), 'x', '', `${id}0`]) {
        await expect(bots[call](ours, wrong, {})).rejects.toMatchObject({ code: 'bots.not_found' });
      }
      expect(await bots.get(theirs, id)).toMatchObject({ name: 'Help' });
    },
  );

  describe('with a name that the caller chooses', () => {
    test('take it as their slug, whatever it is', async () => {
      const slug = ' Ümläut/Büro #1 🤖 ';
      expect(await bots.createNamed(ours, { slug })).toMatchObject({ slug, name: slug.trim() });
      expect(await bots.createNamed(ours, { slug: 'b', name: 'Other' })).toMatchObject({ slug: 'b', name: 'Other' });
    });

    test('are refused when it is taken, by a bot of whatever kind, but not by another team', async () => {
      await bots.create(ours, { name: 'Support' });
      await expect(bots.createNamed(ours, { slug: 'support' })).rejects.toMatchObject({ code: 'bots.slug_taken' });
      await bots.createNamed(theirs, { slug: 'support' });
      await bots.createNamed(ours, { slug: 'support-2' });
      expect(await bots.create(ours, { name: 'Support' })).toMatchObject({ slug: 'support-3' });
    });

    test('are made once, however many ask at the same time', async () => {
      const made = await Promise.allSettled(Array.from({ length: 8 }, () => bots.createNamed(ours, { slug: 'one' })));
      expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of made) if (one.status === 'rejected') expect(one.reason.code).toBe('bots.slug_taken');
    });
  });

  test('have numbers, each its own', async () => {
    const made = [await bots.create(ours, { name: 'A' }), await bots.createNamed(theirs, { slug: 'b' })];
    const numbers = made.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(2);
    expect(numbers.every((number) => Number.isInteger(number) && number >= 1)).toBe(true);
    expect((await bots.get(ours, made[0]!.id)).number).toBe(numbers[0]);
  });

  describe('that name models', () => {
    const REFUSED = (field: string) => ({ code: 'input.invalid', fields: [{ field: `configuration.${field}` }] });
    const configured = (configuration: object) => ({ name: 'Bot', configuration: configuration as ConfigurationInput });

    test('name only models that are there and of the right kind', async () => {
      const { id } = await bots.create(ours, configured({ modelId: 7, rerankModelId: 8, fallbackModelIds: [7] }));
      await expect(bots.create(ours, configured({ modelId: 8 }))).rejects.toMatchObject(REFUSED('modelId'));
      await expect(bots.create(ours, configured({ rerankModelId: 7 }))).rejects.toMatchObject(REFUSED('rerankModelId'));
      await expect(bots.update(ours, id, configured({ fallbackModelIds: [7, 9] }))).rejects.toMatchObject(
        REFUSED('fallbackModelIds'),
      );
      expect((await bots.get(ours, id)).configuration).toEqual({ modelId: 7, rerankModelId: 8, fallbackModelIds: [7] });
      expect((await bots.list(ours, PAGE)).total).toBe(1);
    });

    test.each([
      ['as the one that answers', { modelId: 7 }],
      ['as the one that answers when another fails', { fallbackModelIds: [7] }],
      ['by name', { model: 'FAST' }],
    ])('keep them from being deleted: %s', async (_how, configuration) => {
      const { id } = await bots.create(ours, configured(configuration));
      const refusal = { code: 'models.in_use', message: expect.stringContaining('chatbot "Bot"') };
      await expect(models.delete(7, 'fast')).rejects.toMatchObject(refusal);
      await models.delete(11, 'slow');
      await bots.update(ours, id, { configuration: null });
      await models.delete(7, 'fast');
    });

    test('are named up to a few, and those of another team never', async () => {
      for (let made = 0; made < 7; made += 1) await bots.create(ours, configured({ modelId: 7 }));
      await expect(models.delete(7, 'fast')).rejects.toMatchObject({ message: expect.stringMatching(/others\.$/) });
      await bots.create(theirs, configured({ rerankModelId: 8 }));
      await models.delete(8, 'judge');
    });
  });
});

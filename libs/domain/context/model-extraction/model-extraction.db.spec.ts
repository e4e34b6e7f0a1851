import { BotLookup } from '#domain/bots';
import { ContextModule } from '#domain/context';
import type { ReadyModels } from '#domain/models';
import { DAY_MS, MINUTE_MS } from '#kernel';
import type { LlmModel } from '#providers/llm';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { EndUserRecords } from '../end-users/end-user-records.service';
import { UserEntities } from '../records/user-entities.service';
import { TurnQueries } from '../turns/turn.queries';
import { TurnContexts } from '../turns/turn-contexts.service';
import { ContextUpkeep } from './context-upkeep.service';
import { ModelExtraction } from './model-extraction.service';
import { PendingExtractionQueries } from './pending-extractions.queries';

const ANSWER = JSON.stringify([{ type: 'person', value: 'Anna Berg', confidence: 0.8 }]);

describe('what a model finds in turns', () => {
  let fixture: DocumentsUnderTest;
  let tenant: Tenant;
  let answer: () => Promise<string>;

  const model = {
    name: 'finder',
    capabilities: { groundedOnly: false },
    async *generate() {
      yield { type: 'delta', text: await answer() };
    },
  } as unknown as LlmModel;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [ContextModule] });
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    answer = async () => ANSWER;
  });

  const extraction = (speaking = model) =>
    new ModelExtraction(
      fixture.get(BotLookup),
      { speakers: async () => [{ model: speaking }] } as unknown as ReadyModels,
      fixture.get(PendingExtractionQueries),
      fixture.get(TurnQueries),
      fixture.db.database,
    );
  const signal = new AbortController().signal;
  const pending = async () => {
    const rows = await fixture.db.database.query<{ id: string }>('select id from pending_extraction');
    return rows.map(({ id }) => id);
  };
  async function remember(): Promise<string> {
    const place = { teamId: tenant.actor.teamId, botId: tenant.bot.id, userRef: 'ada' };
    const at = fixture.clock.now();
    const text = 'Is Anna Berg in?';
    const context = await fixture.get(TurnContexts).read({ ...place, text, history: [], at });
    await fixture.get(TurnContexts).remember({ ...place, text, reply: 'Yes.', context, at, extractsByModel: true });
    return (await pending())[0]!;
  }
  const held = async () => {
    const everything = { page: 1, limit: 100 };
    return (await fixture.get(UserEntities).list(tenant.actor, tenant.bot.id, 'ada', everything)).items;
  };

  test('is stored, once, and the turn is looked at no more', async () => {
    const id = await remember();
    await extraction().run(id, signal);
    await extraction().run(id, signal);
    expect(await held()).toMatchObject([{ type: 'person', value: 'Anna Berg', confidence: 0.8, source: 'model' }]);
    expect(await pending()).toEqual([]);
  });

  test('serves references in the next turn', async () => {
    await extraction().run(await remember(), signal);
    const history = [{ role: 'user' as const, text: 'Is Anna Berg in?' }];
    const { teamId } = tenant.actor;
    const turn = {
      teamId,
      botId: tenant.bot.id,
      userRef: 'ada',
      text: 'When can I call her?',
      history,
      at: fixture.clock.now(),
    };
    expect((await fixture.get(TurnContexts).read(turn)).resolvedText).toBe('When can I call Anna Berg?');
  });

  test('is nothing when only the built-in model speaks', async () => {
    const quoting = { ...model, capabilities: { groundedOnly: true } } as LlmModel;
    await extraction(quoting).run(await remember(), signal);
    expect(await held()).toEqual([]);
    expect(await pending()).toEqual([]);
  });

  test('waits when the model fails, and is given up in the end', async () => {
    const id = await remember();
    answer = () => Promise.reject(new Error('away'));
    await expect(extraction().run(id, signal)).rejects.toThrow('away');
    expect(await pending()).toEqual([id]);
    await extraction().giveUp(id);
    expect(await pending()).toEqual([]);
  });

  test('is not stored of a user who was erased meanwhile', async () => {
    const id = await remember();
    answer = async () => {
      await fixture.get(EndUserRecords).erase(tenant.actor, { userRef: 'ada' });
      return ANSWER;
    };
    await extraction().run(id, signal);
    expect(await held()).toEqual([]);
  });

  test('is looked for again when its job was lost, for a day', async () => {
    const enqueued: unknown[] = [];
    const jobs = { enqueueAll: async (_job: unknown, payloads: unknown[]) => void enqueued.push(...payloads) };
    const upkeep = new ContextUpkeep(fixture.get(PendingExtractionQueries), jobs as never, fixture.clock);
    const extractionId = await remember();
    await upkeep.sweep();
    expect(enqueued).toEqual([]);
    fixture.clock.advance(6 * MINUTE_MS);
    await upkeep.sweep();
    expect(enqueued).toEqual([{ extractionId }]);
    fixture.clock.advance(DAY_MS);
    await upkeep.sweep();
    expect(await pending()).toEqual([]);
  });

  test('and what else is known of whoever is nobody but a conversation is forgotten after a week', async () => {
    const { actor, bot } = tenant;
    const entities = fixture.get(UserEntities);
    for (const userRef of ['conversation:1', 'ada'])
      await entities.put(actor, bot.id, userRef, { type: 'code', value: 'A-1234' });
    fixture.clock.advance(8 * DAY_MS);
    await fixture.get(ContextUpkeep).sweep();
    const left = await fixture.db.database.query('select user_ref from user_entity');
    expect(left).toEqual([{ user_ref: 'ada' }]);
  });
});

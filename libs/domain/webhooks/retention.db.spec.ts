/** What every domain holds of old times goes when a team keeps it no longer. It stands in the highest row of domains, which sees all. */
import { Global, Logger, Module } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { AgentsModule } from '#domain/agents';
import { AnalyticsModule } from '#domain/analytics';
import { ChannelsModule } from '#domain/channels';
import { ChatsModule } from '#domain/chats';
import { LearningModule } from '#domain/learning';
import { RETENTION_KINDS, Retention, RetentionModule, type RetentionPatch } from '#domain/retention';
import { ShutdownGrace } from '#infra/config';
import { DAY_MS } from '#kernel';
import { fillTables } from '#testing/database';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { VocabulariesModule } from './vocabulary/vocabularies.module';
import { WebhooksModule } from './webhooks.module';

@Global()
@Module({ providers: [ShutdownGrace], exports: [ShutdownGrace] })
class EndsAtOnce {}

const NEVER = new AbortController().signal;
const ALL = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, 10])) as RetentionPatch;

/** Tables whose rows must be gone, by the kind that a team keeps for a time. */
const GONE: Record<string, readonly string[]> = {
  conversations: [
    'conversation',
    'message',
    'response_rating',
    'escalation',
    'completion',
    'channel_update',
    'channel_message',
    'pending_extraction',
    'analytics_sitting',
  ],
  endUsers: ['user_context', 'user_entity', 'user_topic'],
  learning: ['learning_example'],
  analytics: ['analytics_cell', 'analytics_model', 'analytics_intent', 'analytics_visit', 'analytics_user'],
  webhookDeliveries: ['webhook_delivery', 'webhook_attempt'],
  agentExecutions: ['agent_execution', 'agent_step'],
};

describe('what teams keep for a time only', () => {
  let fixture: DocumentsUnderTest;
  let parley: TestingModule;
  let tenant: Tenant;

  beforeAll(async () => {
    const modules = [ChatsModule, ChannelsModule, AgentsModule, AnalyticsModule, LearningModule, WebhooksModule];
    const words = VocabulariesModule.forRoot([]);
    fixture = await DocumentsUnderTest.open({ modules: [RetentionModule, ...modules, words as never, EndsAtOnce] });
    parley = await fixture.process();
    await parley.init();
  });
  afterAll(async () => {
    await parley.close();
    await fixture.close();
  });
  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });

  afterEach(() => jest.restoreAllMocks());

  const retention = () => parley.get(Retention);
  const prune = () => retention().prune(NEVER);
  const query = <Row extends object>(sql: string, parameters: unknown[] = []) =>
    fixture.db.database.query<Row>(sql, parameters);
  const count = async (table: string) =>
    (await query<{ n: number }>(`select count(*)::int as n from "${table}"`))[0]!.n;
  const counts = async (tables: readonly string[]) => {
    const entries: Array<[string, number]> = [];
    for (const table of tables) entries.push([table, await count(table)]);
    return Object.fromEntries(entries);
  };
  const none = (tables: readonly string[]) => Object.fromEntries(tables.map((table) => [table, 0]));

  /** A row of every table, of sixty days ago: keys and times are those of the machine, and the clock is that far ahead of it. */
  const fill = async ({ actor } = tenant) => {
    await fillTables(fixture.db.database, { id: actor.teamId });
    await query('delete from team_retention');
    await query(`update agent_execution set status = 'completed', callback_state = 'none', completed_at = created_at`);
    fixture.clock.set(new Date(Date.now() + 60 * DAY_MS));
  };

  test.each(Object.entries(GONE))('%s that are older are gone from every table', async (kind, tables) => {
    await fill();
    const others = Object.values(GONE)
      .flat()
      .filter((table) => !tables.includes(table));
    const before = await counts(others);
    expect(Object.values(await counts(tables))).not.toContain(0);
    await retention().update(tenant.actor, { [kind]: 10 });
    await prune();
    expect(await counts(tables)).toEqual(none(tables));
    const mayGo = kind === 'conversations' ? ['learning_example'] : [];
    for (const table of others)
      if (!mayGo.includes(table)) expect([table, (await counts([table]))[table]]).toEqual([table, before[table]]);
  });

  test('stay as long as the team says nothing, and as long as they are younger', async () => {
    await fill();
    const tables = Object.values(GONE).flat();
    const before = await counts(tables);
    await prune();
    expect(await counts(tables)).toEqual(before);
    const days = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, 365])) as RetentionPatch;
    await retention().update(tenant.actor, days);
    await prune();
    expect(await counts(tables)).toEqual(before);
    fixture.clock.advance(366 * DAY_MS);
    await prune();
    expect(await counts(tables)).toEqual(none(tables));
  });

  test('of one team are of no concern to another', async () => {
    const stranger = await fixture.newTenant();
    await fill(stranger);
    await retention().update(tenant.actor, ALL);
    const tables = Object.values(GONE).flat();
    const before = await counts(tables);
    await prune();
    expect(await counts(tables)).toEqual(before);
  });

  test('leaves figures when conversations go', async () => {
    await fill();
    await retention().update(tenant.actor, { conversations: 1 });
    await prune();
    expect(await counts(['conversation', 'analytics_cell'])).toEqual({ conversation: 0, analytics_cell: 1 });
  });

  test('tells that conversations were deleted, as if somebody had deleted them', async () => {
    await fill();
    await retention().update(tenant.actor, { conversations: 1 });
    await prune();
    expect(fixture.outbox.events.map(({ name }) => name)).toContain('conversation.deleted');
  });

  test('are changed field by field, and null keeps for ever again', async () => {
    await retention().update(tenant.actor, { conversations: 30, analytics: 365 });
    const { days } = await retention().update(tenant.actor, { conversations: null });
    expect(days).toMatchObject({ conversations: null, analytics: 365, endUsers: null });
    expect((await retention().get(tenant.actor)).installationDays).toEqual({ auditLog: 400, webhookDeliveries: 30 });
  });

  test('go also when one holder fails, and the failure is told', async () => {
    await fill();
    jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    retention().register({ kind: 'analytics', name: 'broken', removeOld: () => Promise.reject(new Error('broken')) });
    await retention().update(tenant.actor, ALL);
    await expect(prune()).rejects.toThrow('broken');
    expect(await counts(['conversation', 'webhook_delivery'])).toEqual({ conversation: 0, webhook_delivery: 0 });
  });
});

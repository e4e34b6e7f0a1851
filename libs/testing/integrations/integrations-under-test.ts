/** Integrations of one bot of a team, in any number of processes on one database, beside a service that they may call. */
import type { BotsService } from '#domain/bots';
import type { BeforeModelDelete, Model, Models, ModelTrials } from '#domain/models';
import type { Config } from '#infra/config';
import { AddressGuard } from '#infra/http-client';
import type { Notices } from '#infra/notices';
import { Sealer } from '#infra/secrets';
import { type Actor, invalidInput, newId } from '#kernel';
import { AddressCheck } from '../../domain/integrations/input/address-check';
import { IntegrationSecrets } from '../../domain/integrations/integration-secrets';
import { IntegrationsQueries } from '../../domain/integrations/integrations.queries';
import { Integrations } from '../../domain/integrations/integrations.service';
import { AssignmentQueries } from '../../domain/integrations/running/assignment.queries';
import { Assignments } from '../../domain/integrations/running/assignments.service';
import { BackEnds } from '../../domain/integrations/running/back-ends.service';
import { IntegrationCalls } from '../../domain/integrations/running/integration-calls';
import { IntegrationTrials } from '../../domain/integrations/running/integration-trials.service';
import { WebhookCalls } from '../../domain/integrations/running/webhook-calls';
import { auditLogOn } from '../audit';
import { openTestDatabase, type TestDatabase } from '../database';
import { MIGRATIONS } from '../index';
import { linkedNotices } from '../linked-notices';
import { ManualClock } from '../manual-clock';
import { insertPresets } from '../models';
import { TestHttpService } from '../plugins';

/** Of the preset that quotes. */
const PRESET_LLM = 4;

export type IntegrationsProcess = ReturnType<IntegrationsUnderTest['process']>;

export class IntegrationsUnderTest {
  readonly ours = actorOf(newId());
  readonly theirs = actorOf(newId());
  readonly botId = newId();
  readonly clock = new ManualClock();
  /** What models ask before they are deleted. */
  readonly beforeModelDelete: BeforeModelDelete[] = [];
  private readonly guards: AddressGuard[] = [];
  private notices: () => Notices;

  private constructor(
    readonly db: TestDatabase,
    readonly service: TestHttpService,
  ) {
    this.notices = linkedNotices(db.database);
  }

  static async open(): Promise<IntegrationsUnderTest> {
    const [db, service] = await Promise.all([openTestDatabase({ migrations: MIGRATIONS }), TestHttpService.start()]);
    return new IntegrationsUnderTest(db, service);
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.db.close();
  }

  /** Two teams, a bot of ours, and a service that answers with what it hears. */
  async begin(): Promise<void> {
    const { db, ours, theirs, botId, service } = this;
    await db.reset();
    await insertPresets(db.database);
    await db.database.query(`insert into team (id, name) values ($1, 'Ours'), ($2, 'Theirs')`, [
      ours.teamId,
      theirs.teamId,
    ]);
    await db.database.query(
      `insert into bot (id, team_id, slug, name, engine, configuration, status, created_at, updated_at)
       values ($1, $2, 'bot', 'Bot', 'default', '{}', 'active', now(), now())`,
      [botId, ours.teamId],
    );
    this.notices = linkedNotices(db.database);
    service.reset({ answer: ({ body }) => ({ content: `heard ${lastOf(body.messages)}` }) });
  }

  /** Closes the connections of all processes. */
  async end(): Promise<void> {
    this.beforeModelDelete.length = 0;
    await Promise.all(this.guards.splice(0).map((guard) => guard.onApplicationShutdown()));
  }

  /** Everything of one process. */
  process({ allowsPrivateAddresses = true } = {}) {
    const { database } = this.db;
    const { clock } = this;
    const own = this.notices();
    const guard = new AddressGuard({ allowsPrivateAddresses });
    this.guards.push(guard);
    const queries = new IntegrationsQueries(database);
    const secrets = new IntegrationSecrets(new Sealer(Buffer.alloc(32, 'key')));
    const addresses = new AddressCheck(guard, { outgoing: { allowsPrivateAddresses } } as Config);
    const calls = new IntegrationCalls(clock);
    const webhooks = new WebhookCalls(guard);
    const modelTrials = { run: async () => ({ ok: true, latencyMs: 1, answer: 'It works.' }) };
    const trials = new IntegrationTrials(calls, webhooks, secrets, modelTrials as unknown as ModelTrials);
    const integrations = new Integrations(
      ...([
        this.bots(),
        this.models(),
        queries,
        addresses,
        secrets,
        calls,
        trials,
        database,
        own,
        clock,
        auditLogOn(database, clock),
      ] as const),
    );
    integrations.onModuleInit();
    const assignments = new Assignments(new AssignmentQueries(database), clock);
    const backEnds = new BackEnds(queries, secrets, assignments, calls, webhooks, own, clock);
    return { integrations, backEnds, assignments };
  }

  /** So many conversations of the bot; their ids. */
  async conversations(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => newId());
    await this.db.database.query(
      `insert into conversation (id, team_id, bot_id, session_key, user_ref)
       select id, $2, $3, id::text, 'user' from unnest($1::uuid[]) as given(id)`,
      [ids, this.ours.teamId, this.botId],
    );
    return ids;
  }

  private bots(): BotsService {
    const botOf = async ({ teamId }: Actor, id: string) => {
      if (id === this.botId && teamId === this.ours.teamId) return { id, teamId };
      throw Object.assign(new Error('no bot'), { code: 'bots.not_found' });
    };
    return { get: botOf, hold: botOf, beforeDelete: () => undefined } as unknown as BotsService;
  }

  private models(): Models {
    const requireUsable = async (_teamId: string, id: number, _kind: string, field: string) => {
      if (id === PRESET_LLM) return {} as Model;
      throw invalidInput([{ field, message: `${field} must be the id of a model of kind llm.` }]);
    };
    const beforeDelete = (listener: BeforeModelDelete) => this.beforeModelDelete.push(listener);
    return { requireUsable, beforeDelete } as unknown as Models;
  }
}

function lastOf(messages: unknown): string {
  const last = Array.isArray(messages) ? (messages.at(-1) as { content?: string }) : undefined;
  return last?.content ?? '';
}

function actorOf(teamId: string): Actor {
  return { kind: 'system', teamId, plan: 'free' };
}

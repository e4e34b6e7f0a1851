/** Plugins of one bot of a team, in any number of processes on one database, beside a service that plugins may stand at. */
import type { BotLookup, BotsService } from '#domain/bots';
import type { ActiveBases, PassageSearch } from '#domain/knowledge';
import { AddressGuard } from '#infra/http-client';
import { JsonSchemas } from '#infra/json-schema';
import type { Notices } from '#infra/notices';
import { Sealer } from '#infra/secrets';
import { type Actor, newId } from '#kernel';
import { ScriptedToolServers } from '#providers/tool-servers';
import { BuiltIns } from '../../domain/plugins/builtin/builtins';
import { InstalledPluginsQueries } from '../../domain/plugins/installing/installed-plugins.queries';
import { PluginInstallation } from '../../domain/plugins/installing/plugin-installation.service';
import { PluginChecks } from '../../domain/plugins/plugin-checks';
import { PluginSecrets } from '../../domain/plugins/plugin-secrets';
import { PluginsQueries } from '../../domain/plugins/plugins.queries';
import { Plugins } from '../../domain/plugins/plugins.service';
import type { PluginInput } from '../../domain/plugins/plugins.types';
import { BotPlugins } from '../../domain/plugins/running/bot-plugins';
import { HttpCalls } from '../../domain/plugins/running/http-call';
import { PluginCalls } from '../../domain/plugins/running/plugin-calls';
import { PluginProbing } from '../../domain/plugins/running/plugin-probing.service';
import { ReadyPlugins } from '../../domain/plugins/running/ready-plugins';
import { ToolLists } from '../../domain/plugins/running/tool-lists';
import { auditLogOn } from '../audit';
import { openTestDatabase, type TestDatabase } from '../database';
import { MIGRATIONS } from '../index';
import { linkedNotices } from '../linked-notices';
import { ManualClock } from '../manual-clock';
import { TestHttpService } from './http-service';
import { insertSystemPlugins } from './insert-system-plugins';

export const EXAMPLE_PLUGIN: PluginInput = {
  name: 'profanity-filter',
  version: '1.0.0',
  description: 'Masks bad words',
  hooks: [{ name: 'post-process', priority: 10 }],
  configOptions: [{ name: 'maskChar', type: 'string', required: true }],
};

export type PluginsProcess = ReturnType<PluginsUnderTest['process']>;

export class PluginsUnderTest {
  readonly ours = actorOf(newId());
  readonly theirs = actorOf(newId());
  readonly botId = newId();
  readonly turn = { teamId: this.ours.teamId, botId: this.botId };
  readonly clock = new ManualClock();
  private readonly sealer = new Sealer(Buffer.alloc(32, 'key'));
  private readonly guards: AddressGuard[] = [];
  private notices: () => Notices;

  private constructor(
    readonly db: TestDatabase,
    readonly service: TestHttpService,
  ) {
    this.notices = linkedNotices(db.database);
  }

  static async open(): Promise<PluginsUnderTest> {
    const [db, service] = await Promise.all([openTestDatabase({ migrations: MIGRATIONS }), TestHttpService.start()]);
    return new PluginsUnderTest(db, service);
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.db.close();
  }

  /** Two teams, a bot of ours, and the plugins of the system. */
  async begin(): Promise<void> {
    const { db, ours, theirs, botId, service } = this;
    await db.reset();
    await insertSystemPlugins(db.database);
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
    service.reset({ answer: ({ body }) => (body.hook === 'probe' ? {} : { text: `${body.text} (checked)` }) });
    service.secret = undefined;
  }

  /** Closes the connections of all processes. */
  async end(): Promise<void> {
    await Promise.all(this.guards.splice(0).map((guard) => guard.onApplicationShutdown()));
  }

  /** Everything of one process. */
  process({ allowsPrivateAddresses = true } = {}) {
    const { database } = this.db;
    const { clock } = this;
    const own = this.notices();
    const guard = new AddressGuard({ allowsPrivateAddresses });
    this.guards.push(guard);
    const queries = new PluginsQueries(database);
    const installed = new InstalledPluginsQueries(database);
    const secrets = new PluginSecrets(this.sealer);
    const schemas = new JsonSchemas();
    const builtIns = new BuiltIns({} as ActiveBases, {} as PassageSearch, clock);
    const botOf = (actor: Actor, id: string) => this.botOf(actor, id);
    const bots = { get: botOf, hold: botOf, beforeDelete: () => undefined } as unknown as BotsService;
    const lookup = { get: botOf } as unknown as BotLookup;
    const calls = new PluginCalls(clock);
    const ready = new ReadyPlugins(builtIns, secrets, new HttpCalls(guard, clock), new ScriptedToolServers([]));
    const checks = new PluginChecks(guard, schemas);
    const plugins = new Plugins(
      queries,
      installed,
      checks,
      secrets,
      builtIns,
      database,
      own,
      clock,
      auditLogOn(database, clock),
    );
    const installation = new PluginInstallation(
      ...([bots, lookup, queries, installed, secrets, schemas, builtIns, database, own, clock] as const),
    );
    const probing = new PluginProbing(installation, ready, calls, clock);
    const lists = new ToolLists(calls, clock);
    const botPlugins = new BotPlugins(installed, ready, calls, lists, schemas, own, clock);
    return { plugins, installation, probing, botPlugins };
  }

  async registered(input: PluginInput = EXAMPLE_PLUGIN) {
    return (await this.process().plugins.register(this.ours, input)).plugin;
  }

  private async botOf({ teamId }: Actor, id: string) {
    if (id !== this.botId || teamId !== this.ours.teamId)
      throw Object.assign(new Error('no bot'), { code: 'bots.not_found' });
    return { id, teamId };
  }
}

function actorOf(teamId: string): Actor {
  return { kind: 'system', teamId, plan: 'free' };
}

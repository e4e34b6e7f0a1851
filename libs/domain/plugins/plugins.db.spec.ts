import { BotLookup, BotsService } from '#domain/bots';
import type { ActiveBases, PassageSearch } from '#domain/knowledge';
import { AddressGuard } from '#infra/http-client';
import { JsonSchemas } from '#infra/json-schema';
import type { Notices } from '#infra/notices';
import { Sealer } from '#infra/secrets';
import { type Actor, newId } from '#kernel';
import { ScriptedToolServers } from '#providers/tool-servers';
import { linkedNotices, ManualClock, MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { insertSystemPlugins, SYSTEM_PLUGINS, TestHttpService } from '#testing/plugins';
import { BuiltIns } from './builtin/builtins';
import { InstalledPluginsQueries } from './installing/installed-plugins.queries';
import { PluginInstallation } from './installing/plugin-installation.service';
import { SECRET_MASK } from './manifest/plugin-config';
import { PluginChecks } from './plugin-checks';
import { PluginSecrets } from './plugin-secrets';
import { PluginsQueries } from './plugins.queries';
import { Plugins } from './plugins.service';
import type { PluginInput } from './plugins.types';
import { BotPlugins } from './running/bot-plugins';
import { HttpCalls } from './running/http-call';
import { PluginCalls } from './running/plugin-calls';
import { PluginProbing } from './running/plugin-probing.service';
import { ReadyPlugins } from './running/ready-plugins';
import { ToolLists } from './running/tool-lists';

const actorOf = (teamId: string): Actor => ({ kind: 'system', teamId, plan: 'free' });
const PAGE = { page: 1, limit: 10 };
const NOT_FOUND = { code: 'plugins.not_found', kind: 'not_found' };
const NOT_INSTALLED = { code: 'plugins.not_installed', kind: 'not_found' };
const EXAMPLE: PluginInput = {
  name: 'profanity-filter',
  version: '1.0.0',
  description: 'Masks bad words',
  hooks: [{ name: 'post-process', priority: 10 }],
  configOptions: [{ name: 'maskChar', type: 'string', required: true }],
};

describe('plugins', () => {
  const ours = actorOf(newId());
  const theirs = actorOf(newId());
  const botId = newId();
  const turn = { teamId: ours.teamId, botId };
  const sealer = new Sealer(Buffer.alloc(32, 'key'));
  const clock = new ManualClock();
  let db: TestDatabase;
  let service: TestHttpService;
  let notices: () => Notices;
  const guards: AddressGuard[] = [];

  /** Everything of one process. */
  const open = ({ allowsPrivateAddresses = true } = {}) => {
    const { database } = db;
    const own = notices();
    const guard = new AddressGuard({ allowsPrivateAddresses });
    guards.push(guard);
    const queries = new PluginsQueries(database);
    const installed = new InstalledPluginsQueries(database);
    const secrets = new PluginSecrets(sealer);
    const schemas = new JsonSchemas();
    const builtIns = new BuiltIns({} as ActiveBases, {} as PassageSearch, clock);
    const bots = { get: botOf, hold: botOf, beforeDelete: () => undefined } as unknown as BotsService;
    const lookup = { get: botOf } as unknown as BotLookup;
    const calls = new PluginCalls(clock);
    const ready = new ReadyPlugins(builtIns, secrets, new HttpCalls(guard, clock), new ScriptedToolServers([]));
    const checks = new PluginChecks(guard, schemas);
    const plugins = new Plugins(queries, installed, checks, secrets, builtIns, database, own, clock);
    const installation = new PluginInstallation(
      ...([bots, lookup, queries, installed, secrets, schemas, builtIns, database, own, clock] as const),
    );
    const probing = new PluginProbing(installation, ready, calls, clock);
    const lists = new ToolLists(calls, clock);
    return {
      plugins,
      installation,
      probing,
      botPlugins: new BotPlugins(installed, ready, calls, lists, schemas, own, clock),
    };
  };
  const botOf = async ({ teamId }: Actor, id: string) => {
    if (id !== botId || teamId !== ours.teamId) throw Object.assign(new Error('no bot'), { code: 'bots.not_found' });
    return { id, teamId };
  };
  const registered = async (input: PluginInput = EXAMPLE) => (await open().plugins.register(ours, input)).plugin;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
    service = await TestHttpService.start();
  });
  afterAll(async () => {
    await service.stop();
    await db.close();
  });
  afterEach(() => Promise.all(guards.splice(0).map((guard) => guard.onApplicationShutdown())));

  beforeEach(async () => {
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
    notices = linkedNotices(db.database);
    service.reset({ answer: ({ body }) => (body.hook === 'probe' ? {} : { text: `${body.text} (checked)` }) });
    service.secret = undefined;
  });

  describe('in the registry', () => {
    test('are read as they were registered, next to those of the system', async () => {
      const { plugins } = open();
      const made = await registered();
      expect(made).toMatchObject({
        ...EXAMPLE,
        kind: 'none',
        entryPoint: null,
        author: null,
        tools: [],
        timeoutMs: null,
      });
      expect(await plugins.get(ours, made.id)).toEqual(made);
      const { items, total } = await plugins.list(ours, PAGE);
      expect(items.map(({ name, teamId }) => [name, teamId === null])).toEqual([
        ['profanity-filter', false],
        ['calculator', true],
        ['date-and-time', true],
        ['knowledge-search', true],
        ['pii-redactor', true],
        ['profanity-filter', true],
      ]);
      expect(total).toBe(6);
      expect(items.at(-1)).toMatchObject({
        author: 'Parley',
        configOptions: [{ name: 'maskChar' }, { name: 'words' }],
      });
      expect((await plugins.list(ours, { page: 2, limit: 4 })).items.map(({ name }) => name)).toEqual([
        'pii-redactor',
        'profanity-filter',
      ]);
    });

    test('are seen by their team only', async () => {
      const { plugins } = open();
      const { id } = await registered();
      await expect(plugins.get(theirs, id)).rejects.toMatchObject(NOT_FOUND);
      await expect(plugins.update(theirs, id, {})).rejects.toMatchObject(NOT_FOUND);
      await expect(plugins.delete(theirs, id)).rejects.toMatchObject(NOT_FOUND);
      await expect(plugins.get(ours, 'no-id')).rejects.toMatchObject(NOT_FOUND);
      expect((await plugins.list(theirs, PAGE)).total).toBe(5);
    });

    test('are unlike each other in name and version', async () => {
      const { plugins } = open();
      const { id } = await registered();
      await registered({ ...EXAMPLE, version: '1.0.1' });
      const taken = { code: 'plugins.version_taken', kind: 'conflict' };
      await expect(plugins.register(ours, EXAMPLE)).rejects.toMatchObject(taken);
      await expect(plugins.update(ours, id, { version: '1.0.1' })).rejects.toMatchObject(taken);
      await expect(plugins.register(theirs, EXAMPLE)).resolves.toBeDefined();
    });

    test('keep what an update leaves out, and lose what it clears', async () => {
      const { plugins } = open();
      const { id } = await registered();
      const { plugin } = await plugins.update(ours, id, { description: 'Masks offensive words', hooks: null });
      expect(plugin).toMatchObject({ ...EXAMPLE, description: 'Masks offensive words', hooks: [] });
      expect(await plugins.get(ours, id)).toEqual(plugin);
    });

    test('of the system stay as they are', async () => {
      const { plugins } = open();
      const refused = { code: 'plugins.system', kind: 'forbidden' };
      const id = SYSTEM_PLUGINS.calculator;
      await expect(plugins.update(ours, id, { description: 'mine' })).rejects.toMatchObject(refused);
      await expect(plugins.delete(ours, id)).rejects.toMatchObject(refused);
      await expect(plugins.rotateSecret(ours, id)).rejects.toMatchObject(refused);
    });

    test('get a secret when they are called over HTTP, which is told once and sealed', async () => {
      const { plugins } = open();
      const { plugin, secret } = await plugins.register(ours, { ...EXAMPLE, entryPoint: service.url });
      expect([plugin.kind, secret]).toEqual(['http', expect.stringMatching(/^whsec_/)]);
      expect(JSON.stringify(await plugins.get(ours, plugin.id))).not.toContain('whsec_');
      const [row] = await db.database.query<{ secret: Buffer }>('select secret from plugin where id = $1', [plugin.id]);
      expect(row!.secret.includes(secret!)).toBe(false);
      expect((await plugins.update(ours, plugin.id, { description: 'x' })).secret).toBeUndefined();
      const rotated = await plugins.rotateSecret(ours, plugin.id);
      expect(rotated.secret).not.toBe(secret);
    });

    test('may not stand at private addresses', async () => {
      const { plugins } = open({ allowsPrivateAddresses: false });
      for (const entryPoint of [service.url, 'http://localhost/x', 'http://[::1]/']) {
        await expect(plugins.register(ours, { ...EXAMPLE, entryPoint })).rejects.toMatchObject({
          fields: [{ field: 'entryPoint', message: expect.stringContaining('private') }],
        });
      }
    });

    test('are deleted, unless a chatbot has them', async () => {
      const { plugins, installation } = open();
      const { id: pluginId } = await registered();
      await installation.install(ours, botId, { pluginId, config: { maskChar: '*' } });
      await expect(plugins.delete(ours, pluginId)).rejects.toMatchObject({ code: 'plugins.in_use', kind: 'conflict' });
      await installation.uninstall(ours, botId, pluginId);
      await plugins.delete(ours, pluginId);
      await expect(plugins.get(ours, pluginId)).rejects.toMatchObject(NOT_FOUND);
    });
  });

  describe('on a chatbot', () => {
    test('are installed once, with a configuration that fits', async () => {
      const { installation } = open();
      const { id: pluginId } = await registered();
      const fields = (config: object) =>
        installation.install(ours, botId, { pluginId, config: { ...config } }).catch(({ fields }) => fields);
      expect(await fields({})).toMatchObject([{ field: 'config.maskChar', missing: true }]);
      expect(await fields({ maskChar: 5 })).toMatchObject([
        { field: 'config.maskChar', message: expect.stringContaining('a text') },
      ]);
      const installed = await installation.install(ours, botId, { pluginId, config: { maskChar: '*', extra: 1 } });
      expect(installed).toMatchObject({
        botId,
        isEnabled: true,
        config: { maskChar: '*', extra: 1 },
        plugin: { id: pluginId },
      });
      await expect(installation.install(ours, botId, { pluginId, config: { maskChar: '*' } })).rejects.toMatchObject({
        code: 'plugins.already_installed',
      });
      expect(await installation.list(ours, botId, PAGE)).toMatchObject({ items: [installed], total: 1 });
      const replaced = await installation.configure(ours, botId, pluginId, {
        config: { maskChar: '#' },
        isEnabled: false,
      });
      expect(replaced).toMatchObject({ config: { maskChar: '#' }, isEnabled: false });
      await installation.uninstall(ours, botId, pluginId);
      await expect(installation.uninstall(ours, botId, pluginId)).rejects.toMatchObject(NOT_INSTALLED);
      for (const id of [pluginId, 'no-id'])
        await expect(installation.configure(ours, botId, id, { config: {} })).rejects.toMatchObject(NOT_INSTALLED);
    });

    test('of another team, or of another team’s chatbot, are not there', async () => {
      const { plugins, installation } = open();
      const { plugin } = await plugins.register(theirs, EXAMPLE);
      await expect(installation.install(ours, botId, { pluginId: plugin.id })).rejects.toMatchObject(NOT_FOUND);
      await expect(installation.install(ours, botId, { pluginId: newId() })).rejects.toMatchObject(NOT_FOUND);
      await expect(installation.list(theirs, botId, PAGE)).rejects.toMatchObject({ code: 'bots.not_found' });
      await expect(installation.get(theirs, botId, plugin.id)).rejects.toMatchObject({ code: 'bots.not_found' });
    });

    test('keep their secrets sealed and show a mask, which sent back leaves them as they are', async () => {
      const { installation, botPlugins } = open();
      const { id: pluginId } = await registered({
        name: 'translator',
        version: '1.0.0',
        entryPoint: service.url,
        hooks: [{ name: 'pre-process' }],
        configOptions: [
          { name: 'apiKey', type: 'secret', required: true },
          { name: 'language', type: 'string' },
        ],
      });
      const secret = 'sk-very-secret-0123456789';
      const shown = { apiKey: SECRET_MASK, language: 'de' };
      const installed = await installation.install(ours, botId, {
        pluginId,
        config: { apiKey: secret, language: 'de' },
      });
      expect(installed.config).toEqual(shown);
      expect(JSON.stringify(await installation.list(ours, botId, PAGE))).not.toContain(secret);
      const rows = await db.database.query('select config::text, secrets from installed_plugin');
      expect(rows[0]!.config).not.toContain(secret);
      expect((rows[0]!.secrets as Buffer).includes(secret)).toBe(false);
      await installation.configure(ours, botId, pluginId, { config: { ...shown, language: 'fr' } });
      await (await botPlugins.of(ours.teamId, botId)).preProcess(turn, 'Hello');
      expect(service.calls.at(-1)!.body.config).toEqual({ apiKey: secret, language: 'fr' });
      await expect(installation.configure(ours, botId, pluginId, { config: { language: 'fr' } })).rejects.toMatchObject(
        {
          fields: [{ field: 'config.apiKey' }],
        },
      );
    });

    test('lose their secrets when the plugin moves to another host, and say that they lack them', async () => {
      const { plugins, installation, botPlugins } = open();
      const { id: pluginId } = await registered({
        ...EXAMPLE,
        entryPoint: service.url,
        configOptions: [{ name: 'apiKey', type: 'secret', required: true }],
      });
      await installation.install(ours, botId, { pluginId, config: { apiKey: 'secret', other: 1 } });
      const same = await plugins.update(ours, pluginId, { entryPoint: `${service.url}/v2` });
      expect(same.droppedSecrets).toBe(false);
      const moved = await plugins.update(ours, pluginId, { entryPoint: 'http://127.0.0.2:9/' });
      expect(moved.droppedSecrets).toBe(true);
      expect((await installation.list(ours, botId, PAGE)).items[0]!.config).toEqual({ other: 1 });
      const { runs } = await (await botPlugins.of(ours.teamId, botId)).postProcess(turn, { message: 'm', text: 't' });
      expect(runs).toMatchObject([{ outcome: 'failed', message: 'Its configuration lacks apiKey.' }]);
    });

    test('are checked against the schema of the plugin, too', async () => {
      const { installation } = open();
      const { id: pluginId } = await registered({
        name: 'checked',
        version: '1.0.0',
        configSchema: {
          type: 'object',
          properties: { days: { type: 'integer', minimum: 1 }, token: { type: 'string', writeOnly: true } },
          required: ['days'],
        },
      });
      const install = (config: object) => installation.install(ours, botId, { pluginId, config: { ...config } });
      await expect(install({ days: 0 })).rejects.toMatchObject({
        fields: [{ field: 'config.days', message: 'config.days must be >= 1.' }],
      });
      await expect(install({})).rejects.toMatchObject({ fields: [{ field: 'config.days' }] });
      expect((await install({ days: 2, token: 't' })).config).toEqual({ days: 2, token: SECRET_MASK });
    });

    test('are twenty at most', async () => {
      const { installation } = open();
      for (let number = 0; number < 20; number += 1) {
        const { id: pluginId } = await registered({ name: `p${number}`, version: '1.0.0' });
        await installation.install(ours, botId, { pluginId });
      }
      await expect(installation.install(ours, botId, { pluginId: SYSTEM_PLUGINS.calculator })).rejects.toMatchObject({
        code: 'plugins.too_many_installed',
      });
    });
  });

  describe('that are remembered', () => {
    const masked = async (botPlugins: BotPlugins) => (await botPlugins.of(ours.teamId, botId)).mask('a@example.com');

    test('are followed by every process at once: installed, configured, switched off, uninstalled', async () => {
      const [here, there] = [open(), open()];
      const pluginId = SYSTEM_PLUGINS['pii-redactor'];
      expect(await masked(there.botPlugins)).toBe('a@example.com');
      await here.installation.install(ours, botId, { pluginId });
      expect(await masked(there.botPlugins)).toBe('*************');
      await here.installation.configure(ours, botId, pluginId, { config: { maskChar: '#' } });
      expect(await masked(there.botPlugins)).toBe('#############');
      await here.installation.configure(ours, botId, pluginId, { config: {}, isEnabled: false });
      expect((await there.botPlugins.of(ours.teamId, botId)).isEmpty).toBe(true);
      await here.installation.configure(ours, botId, pluginId, { config: {}, isEnabled: true });
      await here.installation.uninstall(ours, botId, pluginId);
      expect(await masked(there.botPlugins)).toBe('a@example.com');
    });

    test('are followed when the plugin itself changes', async () => {
      const [here, there] = [open(), open()];
      const { id: pluginId } = await registered({ ...EXAMPLE, entryPoint: 'profanity-filter' });
      await here.installation.install(ours, botId, { pluginId, config: { maskChar: '*' } });
      const said = { message: 'm', text: 'Damn.' };
      const reply = async () => (await (await there.botPlugins.of(ours.teamId, botId)).postProcess(turn, said)).text;
      expect(await reply()).toBe('****.');
      await here.plugins.update(ours, pluginId, { entryPoint: service.url });
      expect(await reply()).toBe('Damn. (checked)');
    });

    test('cost no query, and are nobody else’s', async () => {
      const { installation, botPlugins } = open();
      await installation.install(ours, botId, { pluginId: SYSTEM_PLUGINS['pii-redactor'] });
      expect(await masked(botPlugins)).toContain('*');
      await db.database.query('delete from installed_plugin');
      expect(await masked(botPlugins)).toContain('*');
      expect((await botPlugins.of(theirs.teamId, botId)).isEmpty).toBe(true);
    });
  });

  describe('asked how they are', () => {
    const statusOf = (process: ReturnType<typeof open>, pluginId: string) =>
      process.probing.status(ours, botId, pluginId);

    test('a plugin without an entry point says that it runs nothing', async () => {
      const process = open();
      const { id: pluginId } = await registered();
      await process.installation.install(ours, botId, { pluginId, config: { maskChar: '*' } });
      expect(await statusOf(process, pluginId)).toMatchObject({
        status: 'error',
        isEnabled: true,
        version: '1.0.0',
        lastError: 'This plugin has no entry point: there is nothing to run.',
      });
    });

    test('a service is called, once in ten seconds, and is told that it is a probe', async () => {
      const process = open();
      const { plugin, secret } = await process.plugins.register(ours, {
        ...EXAMPLE,
        configOptions: [],
        entryPoint: service.url,
      });
      service.secret = secret;
      await process.installation.install(ours, botId, { pluginId: plugin.id });
      for (let look = 0; look < 3; look += 1)
        expect(await statusOf(process, plugin.id)).toMatchObject({ status: 'active', lastError: null });
      expect(service.calls).toMatchObject([{ hook: 'probe', isSigned: true }]);
      service.behaviour = { status: 500 };
      clock.advance(11_000);
      expect(await statusOf(process, plugin.id)).toMatchObject({
        status: 'error',
        lastError: 'The plugin answered with status 500.',
      });
      await process.installation.configure(ours, botId, plugin.id, { config: {}, isEnabled: false });
      expect(await statusOf(process, plugin.id)).toMatchObject({ status: 'disabled', isEnabled: false });
    });

    test('what is built in is there', async () => {
      const process = open();
      await process.installation.install(ours, botId, { pluginId: SYSTEM_PLUGINS.calculator });
      expect(await statusOf(process, SYSTEM_PLUGINS.calculator)).toMatchObject({ status: 'active', lastError: null });
      await expect(statusOf(process, SYSTEM_PLUGINS['pii-redactor'])).rejects.toMatchObject(NOT_INSTALLED);
    });

    test('a plugin whose secrets do not open any more says so', async () => {
      const process = open();
      const { plugin } = await process.plugins.register(ours, {
        ...EXAMPLE,
        configOptions: [],
        entryPoint: service.url,
      });
      await process.installation.install(ours, botId, { pluginId: plugin.id });
      await db.database.query(`update plugin set secret = decode(repeat('00', 60), 'hex') where id = $1`, [plugin.id]);
      expect(await statusOf(process, plugin.id)).toMatchObject({
        status: 'error',
        lastError: expect.stringContaining('secret'),
      });
    });
  });
});

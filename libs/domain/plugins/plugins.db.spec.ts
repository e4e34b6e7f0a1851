import { newId } from '#kernel';
import { EXAMPLE_PLUGIN, PluginsUnderTest, SYSTEM_PLUGINS } from '#testing/plugins';
import { SECRET_MASK } from './manifest/plugin-config';
import type { PluginInput } from './plugins.types';

const PAGE = { page: 1, limit: 10 };
const NOT_FOUND = { code: 'plugins.not_found', kind: 'not_found' };
const NOT_INSTALLED = { code: 'plugins.not_installed', kind: 'not_found' };

describe('plugins', () => {
  let made: PluginsUnderTest;
  let { ours, theirs, botId, db, service, turn } = {} as PluginsUnderTest;
  const open = (options?: { allowsPrivateAddresses?: boolean }) => made.process(options);
  const registered = (input?: PluginInput) => made.registered(input);

  beforeAll(async () => {
    made = await PluginsUnderTest.open();
    ({ ours, theirs, botId, db, service, turn } = made);
  });
  afterAll(() => made.close());
  beforeEach(() => made.begin());
  afterEach(() => made.end());

  describe('in the registry', () => {
    test('are read as they were registered, next to those of the system', async () => {
      const { plugins } = open();
      const made = await registered();
      expect(made).toMatchObject({
        ...EXAMPLE_PLUGIN,
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
      await registered({ ...EXAMPLE_PLUGIN, version: '1.0.1' });
      const taken = { code: 'plugins.version_taken', kind: 'conflict' };
      await expect(plugins.register(ours, EXAMPLE_PLUGIN)).rejects.toMatchObject(taken);
      await expect(plugins.update(ours, id, { version: '1.0.1' })).rejects.toMatchObject(taken);
      await expect(plugins.register(theirs, EXAMPLE_PLUGIN)).resolves.toBeDefined();
    });

    test('keep what an update leaves out, and lose what it clears', async () => {
      const { plugins } = open();
      const { id } = await registered();
      const { plugin } = await plugins.update(ours, id, { description: 'Masks offensive words', hooks: null });
      expect(plugin).toMatchObject({ ...EXAMPLE_PLUGIN, description: 'Masks offensive words', hooks: [] });
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
      const { plugin, secret } = await plugins.register(ours, { ...EXAMPLE_PLUGIN, entryPoint: service.url });
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
        await expect(plugins.register(ours, { ...EXAMPLE_PLUGIN, entryPoint })).rejects.toMatchObject({
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
      const { plugin } = await plugins.register(theirs, EXAMPLE_PLUGIN);
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
        ...EXAMPLE_PLUGIN,
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
});

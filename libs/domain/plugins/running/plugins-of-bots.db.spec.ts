import { EXAMPLE_PLUGIN, type PluginsProcess, PluginsUnderTest, SYSTEM_PLUGINS } from '#testing/plugins';
import type { PluginInput } from '../plugins.types';
import type { BotPlugins } from './bot-plugins';

const NOT_INSTALLED = { code: 'plugins.not_installed', kind: 'not_found' };

describe('plugins of a bot', () => {
  let made: PluginsUnderTest;
  let { ours, theirs, botId, clock, db, service, turn } = {} as PluginsUnderTest;
  const open = (options?: { allowsPrivateAddresses?: boolean }) => made.process(options);
  const registered = (input?: PluginInput) => made.registered(input);

  beforeAll(async () => {
    made = await PluginsUnderTest.open();
    ({ ours, theirs, botId, clock, db, service, turn } = made);
  });
  afterAll(() => made.close());
  beforeEach(() => made.begin());
  afterEach(() => made.end());

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
      const { id: pluginId } = await registered({ ...EXAMPLE_PLUGIN, entryPoint: 'profanity-filter' });
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
    const statusOf = (process: PluginsProcess, pluginId: string) => process.probing.status(ours, botId, pluginId);

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
        ...EXAMPLE_PLUGIN,
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
        ...EXAMPLE_PLUGIN,
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

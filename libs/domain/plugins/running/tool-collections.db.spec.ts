import type { ActiveBases, PassageSearch } from '#domain/knowledge';
import { AddressGuard } from '#infra/http-client';
import { JsonSchemas } from '#infra/json-schema';
import { newId } from '#kernel';
import { ScriptedToolServers } from '#providers/tool-servers';
import { PluginsUnderTest } from '#testing/plugins';
import { BuiltIns } from '../builtin/builtins';
import { InstalledPluginsQueries } from '../installing/installed-plugins.queries';
import type { PluginSecrets } from '../plugin-secrets';
import { PluginsQueries } from '../plugins.queries';
import { HttpCalls } from './http-call';
import { PluginCalls } from './plugin-calls';
import { ReadyPlugins } from './ready-plugins';
import { ToolCollections } from './tool-collections';
import { ToolLists } from './tool-lists';

const CALCULATOR = '00000000-0000-7000-8000-000000000001';
const FILTER = '00000000-0000-7000-8000-000000000005';
const SERVER = { name: 'sums', url: 'https://tools.example.com', headers: {}, key: 'sums 1', timeoutMs: 1_000 };

describe('tools outside of chat turns', () => {
  let fixture: PluginsUnderTest;
  let guard: AddressGuard;

  beforeAll(async () => {
    fixture = await PluginsUnderTest.open();
    guard = new AddressGuard({ allowsPrivateAddresses: true });
  });
  afterAll(async () => {
    await guard.onApplicationShutdown();
    await fixture.close();
  });
  beforeEach(() => fixture.begin());
  afterEach(() => fixture.end());

  const collect = (pluginIds: readonly string[], servers = [SERVER]) => {
    const { clock, ours } = fixture;
    const { database } = fixture.db;
    const answer = async () => ({ text: 'added', isError: false });
    const tool = (name: string) => ({ name, description: '', parameters: { type: 'object' }, answer });
    const toolServers = new ScriptedToolServers([{ ...tool('calculate'), isRepeatable: true }, tool('send')]);
    const calls = new PluginCalls(clock);
    const builtIns = new BuiltIns({} as ActiveBases, {} as PassageSearch, clock);
    const secrets = { openConfig: () => ({}) } as unknown as PluginSecrets;
    const ready = new ReadyPlugins(builtIns, secrets, new HttpCalls(guard, clock), toolServers);
    const queries = [new PluginsQueries(database), new InstalledPluginsQueries(database)] as const;
    const lists = new ToolLists(calls, clock);
    const collections = new ToolCollections(...queries, ready, toolServers, calls, lists, new JsonSchemas());
    return collections.collect({ teamId: ours.teamId, botId: null }, { pluginIds, servers });
  };

  test('are those of servers and of plugins that nobody has installed, with names of their own', async () => {
    const { tools, sources } = await collect([CALCULATOR]);
    expect(tools.map(({ name, isRepeatable }) => [name, isRepeatable])).toEqual([
      ['calculate', true],
      ['send', false],
      ['calculator_calculate', true],
    ]);
    expect(sources).toEqual([
      { name: 'sums', fault: null },
      { name: 'calculator', fault: null },
    ]);
    expect((await tools[1]!.call('{}')).text).toBe('added');
    expect((await tools[2]!.call('{"expression":"6*7"}')).text).toContain('42');
  });

  test('tell of what is gone, and of what has none', async () => {
    const gone = newId();
    const { tools, sources } = await collect([gone, FILTER], []);
    expect(tools).toEqual([]);
    expect(sources).toEqual([
      { name: gone, fault: 'There is no such plugin any more.' },
      { name: 'profanity-filter', fault: expect.any(String) },
    ]);
  });
});

import { AddressGuard } from '#infra/http-client';
import { JsonSchemas } from '#infra/json-schema';
import { type ScriptedTool, ScriptedToolServers } from '#providers/tool-servers';
import { ManualClock } from '#testing';
import { TestHttpService } from '#testing/plugins';
import { piiRedactor } from '../builtin/pii-redactor/pii-redactor';
import { profanityFilter } from '../builtin/profanity-filter/profanity-filter';
import type { PluginRun } from '../plugin-runs.types';
import { builtinPlugin } from './builtin-plugin';
import { HttpCalls } from './http-call';
import { type HttpPlugin, httpPlugin } from './http-plugin';
import { InstalledPluginSet } from './installed-plugin-set';
import { mcpPlugin } from './mcp-plugin';
import { PluginCalls } from './plugin-calls';
import { PluginFault } from './plugin-fault';
import type { ReadyPlugin } from './ready-plugin';
import { ToolLists } from './tool-lists';

const TURN = { teamId: 'team', botId: 'bot', botName: 'Grocer', conversationId: 'c', userRef: 'jane' };
const PARAMETERS = { type: 'object', properties: { a: { type: 'number' } }, required: ['a'] };

describe('the plugins of a bot', () => {
  const clock = new ManualClock();
  const guard = new AddressGuard({ allowsPrivateAddresses: true });
  const http = new HttpCalls(guard, clock);
  let service: TestHttpService;
  let calls: PluginCalls;
  let toolLists: ToolLists;

  const setOf = (...plugins: ReadyPlugin[]) =>
    new InstalledPluginSet(
      plugins.map((plugin) => ({ plugin, key: plugin.healthKey })),
      { calls, toolLists, schemas: new JsonSchemas() },
    );
  const described = (name: string) => ({
    name,
    version: '1.0.0',
    circuitKey: name,
    healthKey: name,
    timeoutMs: 5_000,
    hooks: [],
  });
  const atService = (name: string, changes: Partial<HttpPlugin> = {}) =>
    httpPlugin(
      {
        ...described(name),
        hooks: [{ name: 'pre-process', priority: 10 }],
        address: { url: service.url, secrets: [] },
        config: { tone: 'kind' },
        toolDescriptions: [],
        ...changes,
      },
      http,
    );
  const served = async (name: string, ...tools: ScriptedTool[]) =>
    mcpPlugin(described(name), await new ScriptedToolServers(tools).at({ url: 'http://tools' }));
  const tool = (name: string, answer: ScriptedTool['answer']): ScriptedTool => ({
    name,
    description: '',
    parameters: PARAMETERS,
    answer,
  });

  beforeAll(async () => {
    service = await TestHttpService.start();
  });
  beforeEach(() => {
    calls = new PluginCalls(clock);
    toolLists = new ToolLists(calls, clock);
    service.reset({ answer: ({ body }) => ({ text: `${body.text}.` }) });
  });
  afterAll(async () => {
    await service.stop();
    await guard.onApplicationShutdown();
  });

  test('run their hooks by priority, those of equal priority as they were installed, each on what the one before left', async () => {
    service.behaviour = { answer: ({ body }) => ({ text: `${body.text} ${(body.plugin as { name: string }).name}` }) };
    const hook = (priority: number) => ({ hooks: [{ name: 'pre-process' as const, priority }] });
    const plugins = setOf(
      atService('last', hook(20)),
      atService('second', hook(5)),
      atService('third', hook(5)),
      atService('first', hook(-1)),
    );
    const { text, runs } = await plugins.preProcess(TURN, 'Hi');
    expect(text).toBe('Hi first second third last');
    expect(runs.map(({ plugin, outcome }) => [plugin, outcome])).toEqual([
      ['first', 'ok'],
      ['second', 'ok'],
      ['third', 'ok'],
      ['last', 'ok'],
    ]);
    expect(service.calls[0]!.body).toEqual({
      hook: 'pre-process',
      plugin: { name: 'first', version: '1.0.0' },
      config: { tone: 'kind' },
      turn: { chatbotId: 'bot', chatbotName: 'Grocer', conversationId: 'c', userId: 'jane' },
      text: 'Hi',
    });
    expect(plugins).toMatchObject({ isEmpty: false, postProcesses: false });
  });

  test.each([
    ['answers nothing', {}, 'Hi', 'ok', undefined],
    ['answers without a text', { answer: () => ({}) }, 'Hi', 'ok', undefined],
    ['answers no JSON', { text: '<html>' }, 'Hi', 'failed', 'The answer of the plugin is no JSON.'],
    ['answers a list', { answer: () => [] }, 'Hi', 'failed', 'The answer of the plugin is no JSON object.'],
    [
      'answers a number as text',
      { answer: () => ({ text: 5 }) },
      'Hi',
      'failed',
      'The answer of the plugin has a text that is none.',
    ],
    ['empties the text', { answer: () => ({ text: ' ' }) }, 'Hi', 'failed', 'The plugin left nothing of the text.'],
    [
      'writes a book',
      { answer: () => ({ text: 'x'.repeat(40_000) }) },
      'Hi',
      'failed',
      'The plugin made the text longer than 32,000 characters.',
    ],
    ['says that it failed', { answer: () => ({ error: 'out of ink' }) }, 'Hi', 'failed', 'The plugin says: out of ink'],
    ['is broken', { status: 500 }, 'Hi', 'failed', 'The plugin answered with status 500.'],
    ['redirects', { status: 307 }, 'Hi', 'failed', 'The plugin answered with status 307; redirects are not followed.'],
    [
      'answers 5 MB',
      { floodsBytes: 5 * 1024 * 1024 },
      'Hi',
      'failed',
      'The plugin answered with more than 65,536 bytes, which are not read.',
    ],
    ['hangs', { hangs: true }, 'Hi', 'timed_out', 'No answer came within 0.2 s.'],
    ['stalls', { stalls: true }, 'Hi', 'timed_out', 'No answer came within 0.2 s.'],
    ['leaves a NUL', { answer: () => ({ text: 'a\u0000b' }) }, 'ab', 'ok', undefined],
  ])('one that %s is a run with its outcome', async (what, behaviour, expected, outcome, message) => {
    service.behaviour = behaviour;
    const timeoutMs = /hangs|stalls/.test(what) ? 200 : 20_000;
    const { text, runs } = await setOf(atService('one', { timeoutMs })).preProcess(TURN, 'Hi');
    expect(text).toBe(expected);
    expect(runs).toEqual([
      {
        plugin: 'one',
        version: '1.0.0',
        phase: 'pre-process',
        outcome,
        durationMs: expect.any(Number),
        ...(message ? { message } : {}),
      },
    ]);
  });

  test('a flood is cut off long before all of it was sent', async () => {
    service.behaviour = { floodsBytes: 200 * 1024 * 1024 };
    await setOf(atService('one')).preProcess(TURN, 'Hi');
    expect(service.floodedBytes).toBeLessThan(100 * 1024 * 1024);
  });

  test('one that is down is left alone for a while, and asked again', async () => {
    service.behaviour = { status: 503 };
    const plugins = setOf(atService('down'));
    const outcomes = async () => (await plugins.preProcess(TURN, 'Hi')).runs.map(({ outcome }) => outcome);
    for (let call = 0; call < 3; call += 1) expect(await outcomes()).toEqual(['failed']);
    expect(await outcomes()).toEqual(['skipped']);
    expect(service.calls).toHaveLength(3);
    expect(calls.healthOf('down')).toMatchObject({
      runs: 4,
      failures: 4,
      lastError: expect.stringContaining('left alone'),
    });
    clock.advance(6_000);
    service.behaviour = {};
    expect(await outcomes()).toEqual(['ok']);
    expect(calls.healthOf('down').lastError).toBeNull();
  });

  test('stop when the turn does, and say why', async () => {
    service.behaviour = { hangs: true };
    const reason = new Error('the user has left');
    const leaving = new AbortController();
    const running = setOf(atService('one')).preProcess(TURN, 'Hi', leaving.signal);
    setImmediate(() => leaving.abort(reason));
    await expect(running).rejects.toBe(reason);
  });

  test('mask, without a hook, and make replies whole', async () => {
    const redactor = builtinPlugin({ ...described('redactor'), hooks: piiRedactor.hooks }, await piiRedactor.start({}));
    const plugins = setOf(redactor);
    expect(plugins.mask('I am a@example.com')).toBe('I am *************');
    expect(plugins).toMatchObject({ isEmpty: false, postProcesses: true });
    expect(await plugins.preProcess(TURN, 'a@example.com')).toEqual({ text: 'a@example.com', runs: [] });
  });

  test('clean replies', async () => {
    const filter = builtinPlugin(
      { ...described('filter'), hooks: profanityFilter.hooks },
      await profanityFilter.start({}),
    );
    const plugins = setOf(filter);
    expect(plugins.postProcesses).toBe(true);
    expect((await plugins.postProcess(TURN, { message: 'm', text: 'Damn.' })).text).toBe('****.');
  });

  describe('as tools', () => {
    test('have names of their own, which models may call', async () => {
      const answer = () => ({ text: 'x', isError: false });
      const plugins = setOf(
        await served('one', tool('find', answer), tool('find me: now', answer)),
        await served('two', tool('find', answer)),
        await served('two', tool('find', answer)),
        await served('three', tool(`${'long'.repeat(30)}`, answer)),
      );
      const names = (await plugins.tools(TURN)).map(({ name }) => name);
      expect(names.slice(0, 4)).toEqual(['find', 'find_me_now', 'two_find', 'two_find_2']);
      expect(names[4]).toHaveLength(64);
      expect(new Set(names).size).toBe(5);
    });

    test('are called with arguments that fit, and tell the model what does not', async () => {
      const plugins = setOf(
        await served(
          'sums',
          tool('double', ({ a }) => ({ text: String(2 * (a as number)), isError: false })),
        ),
      );
      const [double] = await plugins.tools(TURN);
      const run = { plugin: 'sums', version: '1.0.0', phase: 'tool', tool: 'double', durationMs: expect.any(Number) };
      expect(await double!.call('{"a": 21}')).toEqual({ text: '42', run: { ...run, outcome: 'ok' } });
      for (const [args, words] of [
        ['{"a": "x"}', 'a must be number'],
        ['{}', 'a must be given'],
        ['', 'a must be given'],
        ['[1]', 'must be a JSON object'],
        ['{"a": 1', 'no valid JSON'],
        [`{"a": ${'1'.repeat(40_000)}}`, 'at most 32768 characters'],
      ] as const) {
        const { text, run: failed } = await double!.call(args);
        expect([text, failed.outcome]).toEqual([expect.stringContaining(words), 'failed']);
      }
    });

    test('say at most so much, and say that they failed', async () => {
      const plugins = setOf(
        await served(
          'wordy',
          tool('talk', () => ({ text: 'x'.repeat(50_000), isError: false })),
          tool('break', () => ({ text: 'No.', isError: true })),
        ),
      );
      const [talk, broken] = await plugins.tools(TURN);
      const { text } = await talk!.call('{"a":1}');
      expect([text.length, text.endsWith('[The rest was cut off.]')]).toEqual([16_000, true]);
      expect(await broken!.call('{"a":1}')).toMatchObject({
        text: 'The tool failed. The tool says that it failed: No.',
        run: { outcome: 'failed' },
      });
    });

    test('that cannot be listed are told once a turn, and not asked for again at once', async () => {
      let asked = 0;
      let isDown = true;
      const flaky: ReadyPlugin = {
        ...(await served('flaky')),
        timeoutMs: 20_000,
        tools: async () => {
          asked += 1;
          if (isDown) throw new PluginFault('down');
          return [];
        },
      };
      const plugins = setOf(flaky);
      const told = async () => {
        const runs: PluginRun[] = [];
        await plugins.tools(TURN, undefined, (run) => runs.push(run));
        return runs.map(({ outcome }) => outcome);
      };
      expect([await told(), await told(), asked]).toEqual([['failed'], ['skipped'], 1]);
      isDown = false;
      clock.advance(20_000);
      expect([await told(), await told(), asked]).toEqual([[], [], 2]);
      clock.advance(61_000);
      expect([await told(), asked]).toEqual([[], 3]);
    });
  });
});

import { ScriptedLlm } from '#providers/llm';
import { EngineUnderTest, passageOf, pluginsWith, runOf } from '#testing/replies';
import type { ReplyEvent } from './replies.types';

const HOURS = passageOf('hours', 'Opening hours', 'The shop opens at 9:00 from Monday to Friday.');
const QUESTION = 'When does the shop open on Monday?';
const BEFORE = runOf({ plugin: 'before', phase: 'pre-process' });
const AFTER = runOf({ plugin: 'after', phase: 'post-process' });
const hidden = (text: string) => text.replaceAll(/\S+@\S+/g, '***');

describe('plugins of a bot', () => {
  let model: ScriptedLlm;
  let engine: EngineUnderTest;

  beforeEach(() => {
    model = new ScriptedLlm({ name: 'm', deltas: ['At 9:00, ', 'says ada@example.com [1].'] });
    engine = new EngineUnderTest([model]);
    engine.found = [HOURS];
  });

  test('change the message before it is read by anybody', async () => {
    engine.plugins = pluginsWith({
      preProcess: async (_turn, text) => ({ text: text.replace('shoop', 'shop'), runs: [BEFORE] }),
    });
    const reply = await engine.reply('When does the shoop open on Monday?');
    expect(model.requests[0]?.messages.at(-1)?.text).toBe(QUESTION);
    expect(reply.trace?.plugins).toEqual([BEFORE]);
  });

  test('that leave nothing of a message change nothing', async () => {
    engine.plugins = pluginsWith({ preProcess: async () => ({ text: ' ', runs: [BEFORE] }) });
    await engine.reply(QUESTION);
    expect(model.requests[0]?.messages.at(-1)?.text).toBe(QUESTION);
  });

  test('change the reply, which is told whole; what is told is what is kept', async () => {
    engine.plugins = pluginsWith({
      postProcesses: true,
      postProcess: async (_turn, { message, text }) => ({ text: `${text} (${message})`, runs: [AFTER] }),
    });
    const events = await engine.events(QUESTION);
    expect(events.map(({ type }) => type)).toEqual(['started', 'sources', 'delta', 'done']);
    const { reply } = events.at(-1) as Extract<ReplyEvent, { type: 'done' }>;
    expect(events[2]).toEqual({ type: 'delta', text: reply.text });
    expect(reply.text).toBe(`At 9:00, says ada@example.com [1]. (${QUESTION})`);
    expect(reply.trace?.plugins).toEqual([AFTER]);
    expect(model.requests[0]?.stream).toBe(false);
  });

  test('also change what the built-in model quotes and what the bot says without knowledge', async () => {
    engine = new EngineUnderTest();
    engine.plugins = pluginsWith({
      postProcesses: true,
      postProcess: async (_turn, { text }) => ({ text: text.toUpperCase(), runs: [] }),
    });
    expect((await engine.reply(QUESTION)).text).toContain('SORRY');
    engine.found = [HOURS];
    expect((await engine.reply(QUESTION)).text).toContain('THE SHOP OPENS AT 9:00');
  });

  test('that leave nothing of a reply change nothing', async () => {
    engine.plugins = pluginsWith({ postProcesses: true, postProcess: async () => ({ text: '', runs: [AFTER] }) });
    expect((await engine.reply(QUESTION)).text).toContain('At 9:00');
  });

  test('that redact hide from models what people have said, files and earlier messages too, and hide it in the reply', async () => {
    engine.plugins = pluginsWith({ mask: hidden, postProcesses: true });
    const reply = await engine.reply(`${QUESTION} Write to ada@example.com.`, {
      history: [{ role: 'user', text: 'I am ada@example.com' }],
      attachments: [{ name: 'a.txt', text: 'From: ada@example.com' }],
    });
    expect(JSON.stringify(model.requests)).not.toContain('ada@example.com');
    expect(JSON.stringify(model.requests)).toContain('I am ***');
    expect(reply.text).toBe('At 9:00, says *** [1].');
  });

  test('are told whose turn it is', async () => {
    const turns: unknown[] = [];
    engine.plugins = pluginsWith({
      preProcess: async (turn, text) => {
        turns.push(turn);
        return { text, runs: [] };
      },
    });
    await engine.reply(QUESTION, { botName: 'Ada', endUser: { userRef: 'user_42', conversationId: 'c' } });
    expect(turns).toEqual([{ teamId: 'team', botId: 'bot', botName: 'Ada', userRef: 'user_42', conversationId: 'c' }]);
  });

  test('leave no trace when there are none', async () => {
    expect((await engine.reply(QUESTION)).trace).toBeUndefined();
  });
});

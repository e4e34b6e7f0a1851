import type { IntentReading } from '#domain/training';
import { ScriptedLlm } from '#providers/llm';
import { EngineUnderTest, passageOf, questionOf } from '#testing/replies';
import type { ReplyRequest } from './replies.types';

const TRACK: IntentReading = {
  intent: 'track_order',
  confidence: 0.93,
  inScope: true,
  ranking: [],
  answer: 'Open your account and choose Orders.',
  modelVersion: 3,
};
const QUESTION = 'Where is my parcel now?';
const PARCEL = passageOf('parcel', 'Parcels', 'Your parcel is where the tracking link says that it is now.');

describe('a trained intent', () => {
  let model: ScriptedLlm;
  let engine: EngineUnderTest;

  beforeEach(() => {
    model = new ScriptedLlm({ name: 'm', deltas: ['Somewhere [1].'] });
    engine = new EngineUnderTest([model]);
    engine.found = [PARCEL];
    engine.intent = TRACK;
  });

  test('that is sure, and has an answer of its own, answers word for word without a call', async () => {
    const reply = await engine.reply(QUESTION);
    expect(reply).toMatchObject({
      text: TRACK.answer,
      confidence: 0.93,
      grounded: true,
      isVerified: true,
      sources: [],
      model: 'none',
      usage: { inputTokens: 0, outputTokens: 0 },
      intent: { name: 'track_order', confidence: 0.93, inScope: true, isAnswer: true, modelVersion: 3 },
    });
    expect(model.requests).toEqual([]);
  });

  test.each<[string, Partial<IntentReading>, Partial<ReplyRequest>]>([
    ['has no answer', { answer: null }, {}],
    ['is out of scope', { inScope: false }, {}],
    ['is not sure enough', { confidence: 0.79 }, {}],
    ['is not as sure as the bot wants', {}, { configuration: { intents: { minConfidence: 0.95 } } }],
    ['is not to answer', {}, { configuration: { intents: { answersDirectly: false } } }],
    ['has no room in the rules of an API', {}, { isStrict: true }],
  ])('that %s is recorded, and the knowledge answers', async (_, reading, changes) => {
    engine.intent = { ...TRACK, ...reading };
    const { text, intent } = await engine.reply(QUESTION, changes);
    const { intent: name, confidence, inScope, modelVersion } = engine.intent;
    expect([text, intent]).toEqual(['Somewhere [1].', { name, confidence, inScope, modelVersion }]);
  });

  test('may be less sure where the bot says so', async () => {
    engine.intent = { ...TRACK, confidence: 0.5 };
    expect((await engine.reply(QUESTION, { configuration: { intents: { minConfidence: 0.4 } } })).text).toBe(
      TRACK.answer,
    );
  });

  test('comes after a question that was written for the message, and after files', async () => {
    const attachments = [{ name: 'order.txt', text: 'Your parcel is at the post office in Mill Lane now.' }];
    expect((await engine.reply(QUESTION, { attachments })).text).toBe('Somewhere [1].');
    engine.knows(questionOf('where', QUESTION, { answer: 'At the post office.', llmReply: false }));
    expect((await engine.reply(QUESTION)).text).toBe('At the post office.');
  });

  test('goes before friendly words of ours', async () => {
    engine.found = [];
    engine.intent = { ...TRACK, intent: 'greeting', answer: 'Welcome to Fernhill!' };
    expect((await engine.reply('Hello!')).text).toBe('Welcome to Fernhill!');
    engine.intent = { ...TRACK, intent: 'greeting', answer: null };
    expect(await engine.reply('Hello!')).toMatchObject({ isSmallTalk: true, intent: { name: 'greeting' } });
  });

  test('answers for a bot without any knowledge', async () => {
    engine.bases = [];
    expect((await engine.reply(QUESTION)).text).toBe(TRACK.answer);
  });

  test('is absent when the bot was not trained', async () => {
    engine.intent = undefined;
    expect((await engine.reply(QUESTION)).intent).toBeUndefined();
  });
});

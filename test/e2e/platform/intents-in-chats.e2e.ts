/** A bot that was trained: what its model reads in messages is told, kept, and, where it is sure, answers. */
import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';

const TRACK = 'Open your account and choose Orders: there is the tracking link.';
const examples = [
  ...[
    'where is my order',
    'track my order',
    'where is my parcel now',
    'has my order been sent',
    'order status please',
    'I want to track my parcel',
    'when will my order arrive',
    'where did my package go',
  ].map((input) => ({ input, output: TRACK, intent: 'track_order' })),
  ...[
    'cancel my order',
    'I want to cancel the order',
    'please cancel what I ordered',
    'stop my order',
    'how can I cancel',
    'I changed my mind, cancel it',
    'cancel the last purchase',
    'undo my order please',
  ].map((input) => ({ input, output: 'cancel_order', intent: 'cancel_order' })),
];

describe('the intents of a trained bot', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let bot: string;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    const configuration = { intents: { minConfidence: 0.3 } };
    const { id } = must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper', configuration }), 201).body.data;
    bot = `/api/v1/chatbots/${id}`;
    const dataset = must(await team.asKey.post(`${bot}/training/datasets`, { name: 'Orders', examples }), 201).body
      .data;
    const session = must(await team.asKey.post(`${bot}/training/sessions`, { datasetId: dataset.id }), 201).body.data;
    await eventually(async () => {
      const { data } = must(await team.asKey.get(`/api/v1/training/sessions/${session.id}`), 200).body;
      return data.status === 'completed';
    }, 60_000);
    // Other processes hear of the model a moment later.
    await eventually(async () => (await ask('track my order')).context.intent !== null);
  });

  const ask = async (message: string, more: object = {}) =>
    must(await team.asKey.post(`${bot}/conversation`, { message, ...more }), 200).body.data;

  test('that are sure, and have an answer of their own, answer word for word', async () => {
    const { text, context, isVerified, sources, model, confidence } = await ask('track my order');
    expect([text, isVerified, sources, model]).toEqual([TRACK, true, [], 'none']);
    expect(context.intent).toMatchObject({ name: 'track_order', inScope: true, isAnswer: true, confidence });
  });

  test('that have no answer of their own are told, and the knowledge answers', async () => {
    const { text, context, sources } = await ask('cancel my order');
    expect(context.intent).toMatchObject({ name: 'cancel_order', isAnswer: false });
    expect([text, sources]).toEqual([expect.stringMatching(/could not find/), []]);
  });

  test('are kept with the reply', async () => {
    const { sessionId } = await ask('track my order');
    const { data } = must(await team.asKey.get(`${bot}/conversation/history?sessionId=${sessionId}`), 200).body;
    expect(data.map(({ intent }: { intent?: { name: string } }) => intent?.name)).toEqual([undefined, 'track_order']);
  });

  test('give way where the bot does not want them to answer', async () => {
    const chatbot = bot;
    must(await team.asKey.put(chatbot, { configuration: { intents: { answersDirectly: false } } }), 200);
    const { context, text } = await ask('track my order');
    expect(context.intent).toMatchObject({ name: 'track_order', isAnswer: false });
    expect(text).not.toBe(TRACK);
    must(
      await team.asKey.put(chatbot, { configuration: { intents: { minConfidence: 0.3, answersDirectly: true } } }),
      200,
    );
  });

  test('are of no bot that was not trained', async () => {
    const { id } = must(await team.asKey.post('/api/v1/chatbots', { name: 'Untrained' }), 201).body.data;
    const answer = await team.asKey.post(`/api/v1/chatbots/${id}/conversation`, { message: 'track my order' });
    expect(must(answer, 200).body.data.context).toEqual({ intent: null, entities: [], topics: expect.any(Array) });
  });
});

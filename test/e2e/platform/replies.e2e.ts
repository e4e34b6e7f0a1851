import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import { HELP_CENTRE } from '../../../apps/api/demo/help-centre';

/** What a newcomer types at a small help centre: the fact that the answer must hold, or an honest refusal. */
describe('replies from a help centre', () => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;
  let path: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    team = await registerTeam(new WireClient(parley.baseUrl));
    path = `/api/v1/chatbots/${(await createBotThatKnows(team.asKey, HELP_CENTRE)).botId}/conversation`;
  });

  const ask = async (message: string, sessionId?: string) =>
    must(await team.asKey.post(path, { message, sessionId }), 200).body.data;

  test.each([
    ['When are you open?', '8:00 to 18:00'],
    ['opening hours', '8:00 to 18:00'],
    ['what time do you close', '18:00'],
    ['are you open on saturdays?', '9:00 to 16:00'],
    ['where is your shop', '14 Mill Lane'],
    ['how can I contact you?', 'help@fernhill.example'],
    ['phone number', '020 5550 142'],
    ['How long does delivery take and what does it cost?', '2 to 3 working days and costs 3.90 euros'],
    ['how much is shipping', '3.90 euros'],
    ['do you ship to Switzerland?', 'Switzerland'],
    ['Where is my order?', 'tracking link'],
    ['my package arrived broken', 'replacement'],
    ['can I cancel my order?', 'Click Change or Cancel'],
    ['how do i return something', 'Account > Returns'],
    ['I want my money back', 'refund'],
    ['can I pay with paypal', 'PayPal'],
    ['do you accept bitcoin?', 'cryptocurrencies'],
    ['I forgot my password', 'Choose a new password'],
    ['i cant log in', 'Forgot password'],
    ['reset pasword', 'Forgot password'],
    ['delete my account', 'Delete account'],
    ['is there a student discount', '15 percent'],
    ['which coffee is decaf?', 'Lullaby'],
    ['how to make french press coffee', 'Press the plunger'],
    ['does it contain nuts', 'traces of nuts'],
    ['wholesale prices', '18 euros per kilogram'],
    ['are you hiring?', 'jobs@fernhill.example'],
    ['Hi, when are you open?', '8:00 to 18:00'],
  ])('"%s" is answered with "%s" and a source', async (message, fact) => {
    const { text, sources, confidence } = await ask(message);
    expect(text).toContain(fact);
    expect(sources[0].passage).toContain(text.split('\n')[0]);
    expect(confidence).toBeGreaterThanOrEqual(0.7);
    expect(confidence).toBeLessThanOrEqual(sources[0].score);
  });

  test.each([
    'Who won the world cup in 1998?',
    'What is the capital of France?',
    'do you sell bicycles?',
    'Can I bring my dog?',
    'how many planets are there',
    'how much caffeine is in a cup',
    'who is the CEO',
    'tell me a joke',
    'asdfghjkl',
    '???',
    '👍👍',
  ])('"%s" is refused without a source and with low confidence', async (message) => {
    const { text, sources, confidence } = await ask(message);
    expect(text).toMatch(/could not find an answer/);
    expect(sources).toEqual([]);
    expect(confidence).toBeLessThan(0.5);
  });

  test.each([
    ['Wann habt ihr geöffnet?', /leider nicht finden/],
    ['¿Cuánto cuesta el envío?', /no he encontrado/],
    ['Quels sont vos horaires d’ouverture ?', /je n'ai pas trouvé/],
  ])('what another language asks (%s) is refused in that language', async (message, words) => {
    expect((await ask(message)).text).toMatch(words);
  });

  test.each(['Hello!', 'hi there', 'Guten Tag', 'thanks a lot', 'who are you?', 'bye', 'you are stupid'])(
    '"%s" gets a friendly word and no source',
    async (message) => {
      const { text, sources } = await ask(message);
      expect(text).not.toMatch(/could not find/);
      expect(sources).toEqual([]);
    },
  );

  test('follow-ups lean on what was asked before, and a new topic does not', async () => {
    const { sessionId } = await ask('how does the subscription work');
    expect((await ask('how much does it cost?', sessionId)).text).toContain(
      'A subscription with 250 grams costs 8.55 euros',
    );
    expect((await ask('can I pause it?', sessionId)).text).toContain('A pause can last up to 3 months');
    expect((await ask('thanks', sessionId)).sources).toEqual([]);
    expect((await ask('do you sell bicycles?', sessionId)).sources).toEqual([]);
    expect((await ask('When are you open?', sessionId)).text).toContain('8:00 to 18:00');
    expect((await ask('and on saturday?', sessionId)).text).toContain('9:00 to 16:00');
  });

  test('two questions in one message are both answered', async () => {
    const { text, sources } = await ask('Do you have decaffeinated coffee? And what is the warranty on grinders?');
    expect(text).toContain('Lullaby');
    expect(text).toContain('warranty of 2 years');
    expect(sources.length).toBeGreaterThanOrEqual(2);
  });

  test("a bot's own fallback message and threshold are used", async () => {
    const bot = must(
      await team.asKey.post('/api/v1/chatbots', {
        name: 'Strict',
        configuration: { fallbackMessage: 'Please call us.' },
      }),
      201,
    ).body.data;
    const conversation = `/api/v1/chatbots/${bot.id}/conversation`;
    const answer = must(await team.asKey.post(conversation, { message: 'When are you open?' }), 200).body.data;
    expect([answer.text, answer.sources]).toEqual(['Please call us.', []]);
  });
});

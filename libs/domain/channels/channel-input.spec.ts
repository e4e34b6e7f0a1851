import { ScriptedTransports } from '#testing/channels';
import { setupOf } from './channel-input';

const TRANSPORTS = new ScriptedTransports();
const telegram = TRANSPORTS.of('telegram');

function problemsOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return (error as { fields: unknown }).fields;
  }
  return undefined;
}

describe('the configuration of a channel', () => {
  test('names each credential that is missing', () => {
    expect(problemsOf(() => setupOf(TRANSPORTS.of('slack'), { bot_token: ' ' }))).toEqual([
      {
        field: 'config.bot_token',
        message: 'config.bot_token is required for a channel of type slack.',
        missing: true,
      },
      {
        field: 'config.signing_secret',
        message: 'config.signing_secret is required for a channel of type slack.',
        missing: true,
      },
    ]);
  });

  test('is kept apart by whether it may be shown, and what nobody knows is left out', () => {
    const given = { bot_token: ' 1:x ', application_id: 42, base_url: 'https://bot.example', bot_tokn: 'secret' };
    expect(setupOf(telegram, given)).toEqual({
      credentials: { bot_token: '1:x' },
      config: { application_id: '42', base_url: 'https://bot.example' },
    });
  });

  test('is changed field by field; null clears one, but not what is needed', () => {
    const present = { credentials: { bot_token: '1:x' }, config: { application_id: '42' } };
    expect(setupOf(telegram, { application_id: null }, present)).toEqual({
      credentials: { bot_token: '1:x' },
      config: {},
    });
    expect(problemsOf(() => setupOf(telegram, { bot_token: null }, present))).toMatchObject([
      { field: 'config.bot_token', missing: true },
    ]);
  });

  test.each([
    ['an object', {}],
    ['a line break', '1:\nx'],
    ['too long a text', 'x'.repeat(4_097)],
  ])('takes no %s for a credential', (_name, bot_token) => {
    expect(problemsOf(() => setupOf(telegram, { bot_token }))).toMatchObject([{ field: 'config.bot_token' }]);
  });

  test('of WhatsApp may come later', () => {
    expect(setupOf(TRANSPORTS.of('whatsapp'), {})).toEqual({ credentials: {}, config: {} });
  });
});

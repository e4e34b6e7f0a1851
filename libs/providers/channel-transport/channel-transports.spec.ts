import { AddressGuard } from '#infra/http-client';
import { ManualClock } from '#testing';
import { CHANNEL_TYPES, type ChannelType } from './channel-transport.contract';
import { transportsOf } from './channel-transport.module';

const channels = {
  isLive: false,
  telegramApiUrl: 'http://telegram.invalid',
  slackApiUrl: 'http://slack.invalid',
  discordApiUrl: 'http://discord.invalid',
  whatsappApiUrl: 'http://whatsapp.invalid',
};

describe('the transports', () => {
  const transports = transportsOf({ channels }, new AddressGuard({ allowsPrivateAddresses: false }), new ManualClock());

  it('are one for each type of channel', () => {
    expect(CHANNEL_TYPES.map((type) => transports.of(type).type)).toEqual([...CHANNEL_TYPES]);
    expect(() => transports.of('fax' as ChannelType)).toThrow(
      expect.objectContaining({ code: 'channel_transport.not_configured' }),
    );
  });

  it('load no library of a platform before it is called', () => {
    const libraries = /node_modules\/(grammy|@slack|@discordjs)\//;
    expect(Object.keys(require.cache).filter((file) => libraries.test(file))).toEqual([]);
  });

  it('say which credentials they need', () => {
    const needed = CHANNEL_TYPES.map((type) => [type, transports.of(type).requiredCredentials]);
    expect(Object.fromEntries(needed)).toEqual({
      telegram: ['bot_token'],
      slack: ['bot_token', 'signing_secret'],
      discord: ['bot_token', 'public_key'],
      whatsapp: [],
      webhook: [],
    });
  });
});

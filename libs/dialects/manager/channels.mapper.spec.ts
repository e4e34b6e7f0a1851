import type { Channel } from '#domain/channels';
import { toChannelPatch, toCreatedChannel, toNewChannel } from './channels.mapper';

const KEY = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const HEX = KEY.replaceAll('-', '');
const TIME = '1970-01-01T00:00:00.000Z';

const CHANNEL: Channel = {
  id: KEY,
  teamId: KEY,
  botId: KEY,
  type: 'telegram',
  name: 'Main Telegram',
  status: 'connected',
  statusReason: null,
  config: {},
  credentialNames: ['bot_token'],
  identity: { id: '7', username: 'sales_bot' },
  webhookUrl: `https://bots.example/v1/channels/ch_${HEX}/webhook`,
  connectedAt: new Date(0),
  lastInboundAt: null,
  lastError: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

test('a new channel is shown with its secret, and with the names of its credentials', () => {
  expect(toCreatedChannel({ channel: CHANNEL, webhookSecret: 'secret' })).toEqual({
    id: `ch_${HEX}`,
    bot_id: `bot_${HEX}`,
    type: 'telegram',
    name: 'Main Telegram',
    status: 'connected',
    status_reason: null,
    webhook_url: `https://bots.example/v1/channels/ch_${HEX}/webhook`,
    config: {},
    credentials: ['bot_token'],
    identity: { id: '7', username: 'sales_bot', name: null },
    connected_at: TIME,
    last_inbound_at: null,
    last_error: null,
    created_at: TIME,
    updated_at: TIME,
    webhook_secret: 'secret',
  });
});

test('a new one knows where its caller reaches this server', () => {
  const config = { bot_token: '1:a' };
  expect(toNewChannel({ type: 'telegram', config }, 'https://bots.example')).toEqual({
    type: 'telegram',
    config,
    origin: 'https://bots.example',
  });
});

test('an update says nothing of what is absent', () => {
  expect(toChannelPatch({})).toEqual({});
  expect(toChannelPatch({ name: null, config: { bot_token: null }, status: 'disconnected' })).toEqual({
    name: null,
    config: { bot_token: null },
    status: 'disconnected',
  });
});

import { defineEvent } from '#infra/events';

interface ChannelData {
  channelId: string;
  botId: string;
  type: string;
}

/** The platform and the channel have found each other, for the first time or again. */
export const channelConnected = defineEvent<'channel.connected', ChannelData>('channel.connected');

/** Nothing goes through the channel any more until it is connected again. `reason` is `manual` when its owner wished so. */
export const channelDisconnected = defineEvent<'channel.disconnected', ChannelData & { reason: string }>(
  'channel.disconnected',
);

export { channelErrors } from './channels.errors';
export * from './channels.events';
export * from './channels.module';
export { Channels } from './channels.service';
export * from './channels.types';
export { ChannelInbox, type InboundAnswer } from './inbound/channel-inbox.service';
export { ChannelDeliveries, type DeliveryListRequest } from './outbound/channel-deliveries.service';
export { failedChannelMessages } from './outbound/failed-messages.queries';

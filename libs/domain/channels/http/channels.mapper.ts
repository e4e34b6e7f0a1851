import type { Channel, ChannelDelivery, ChannelWithSecret } from '../channels.types';
import type { ChannelDeliveryDto } from './channel-deliveries.dto';
import type { ChannelDto, ChannelWithSecretDto } from './channels.dto';

export function toChannel({ teamId: _, botId, ...channel }: Channel): ChannelDto {
  return {
    ...channel,
    chatbotId: botId,
    config: { ...channel.config },
    credentialNames: [...channel.credentialNames],
    connectedAt: channel.connectedAt?.toISOString() ?? null,
    lastInboundAt: channel.lastInboundAt?.toISOString() ?? null,
    createdAt: channel.createdAt.toISOString(),
    updatedAt: channel.updatedAt.toISOString(),
  };
}

export function toChannelWithSecret({ channel, webhookSecret }: ChannelWithSecret): ChannelWithSecretDto {
  return { ...toChannel(channel), webhookSecret };
}

export function toChannelDelivery(delivery: ChannelDelivery): ChannelDeliveryDto {
  return {
    ...delivery,
    nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
    createdAt: delivery.createdAt.toISOString(),
    settledAt: delivery.settledAt?.toISOString() ?? null,
  };
}

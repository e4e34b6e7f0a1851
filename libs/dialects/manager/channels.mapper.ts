import type {
  ChannelPatch,
  ChannelWithSecret,
  CreateChannel as NewChannel,
  Channel as StoredChannel,
} from '#domain/channels';
import type { Channel, CreateChannel, CreatedChannel, UpdateChannel } from './channels.dto';
import { MANAGER_IDS } from './manager.ids';

export function toChannel(stored: StoredChannel): Channel {
  const { identity } = stored;
  return {
    id: MANAGER_IDS.encode('channel', stored.id),
    bot_id: MANAGER_IDS.encode('bot', stored.botId),
    type: stored.type,
    name: stored.name,
    status: stored.status,
    status_reason: stored.statusReason,
    webhook_url: stored.webhookUrl,
    config: { ...stored.config },
    credentials: [...stored.credentialNames],
    identity: identity && { id: identity.id, username: identity.username ?? null, name: identity.name ?? null },
    connected_at: stored.connectedAt?.toISOString() ?? null,
    last_inbound_at: stored.lastInboundAt?.toISOString() ?? null,
    last_error: stored.lastError,
    created_at: stored.createdAt.toISOString(),
    updated_at: stored.updatedAt.toISOString(),
  };
}

export function toCreatedChannel({ channel, webhookSecret }: ChannelWithSecret): CreatedChannel {
  return { ...toChannel(channel), webhook_secret: webhookSecret };
}

/** @param origin where the caller reaches this server */
export function toNewChannel({ type, name, config }: CreateChannel, origin: string): NewChannel {
  return { type, origin, ...(name === undefined ? {} : { name }), ...(config === undefined ? {} : { config }) };
}

export function toChannelPatch({ name, config, status }: UpdateChannel): ChannelPatch {
  return {
    ...(name === undefined ? {} : { name }),
    ...(config === undefined ? {} : { config }),
    ...(status === undefined ? {} : { status }),
  };
}

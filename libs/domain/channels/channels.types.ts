import type { BotIdentity, ChannelType } from '#providers/channel-transport';

/** `pending`: nothing good has come from the platform yet; `disconnected`: see the reason. */
export const CHANNEL_STATUSES = ['pending', 'connected', 'disconnected'] as const;
export type ChannelStatus = (typeof CHANNEL_STATUSES)[number];

/** A bot's way into a messenger. */
export interface Channel {
  id: string;
  teamId: string;
  botId: string;
  type: ChannelType;
  name: string | null;
  status: ChannelStatus;
  /** Why it is disconnected. */
  statusReason: string | null;
  /** Without credentials. */
  config: Readonly<Record<string, unknown>>;
  /** Which credentials are set. */
  credentialNames: readonly string[];
  /** Who the bot is on the platform, as that has said itself. */
  identity: BotIdentity | null;
  /** Where the platform is to send what happens. */
  webhookUrl: string;
  connectedAt: Date | null;
  lastInboundAt: Date | null;
  lastError: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface CreateChannel {
  type: ChannelType;
  name?: string | null;
  /** Credentials by their names, and settings. */
  config?: Readonly<Record<string, unknown>> | null;
  /** Where callers reach this installation, when its operator has given no address, e.g. `https://bots.example.com`. */
  origin?: string;
}

/** Absent leaves a field as it is. `config` is merged: null clears a field of it. */
export interface ChannelPatch {
  name?: string | null;
  config?: Readonly<Record<string, unknown>> | null;
  /** `disconnected`: nothing comes in or goes out until it is `connected` again. */
  status?: 'connected' | 'disconnected';
  origin?: string;
}

export interface ChannelWithSecret {
  channel: Channel;
  /** Proves calls of those who sign with a secret of ours. Not shown again. */
  webhookSecret: string;
}

/** `skipped`: nothing is sent, because channels are not live here or nobody listens. */
export const CHANNEL_DELIVERY_STATES = ['waiting', 'sent', 'failed', 'skipped'] as const;
export type ChannelDeliveryState = (typeof CHANNEL_DELIVERY_STATES)[number];

/** A message on its way to a platform. */
export interface ChannelDelivery {
  /** Of the message, too. */
  id: string;
  channelId: string;
  conversationId: string;
  chatId: string;
  state: ChannelDeliveryState;
  /** Null until it was first seen to. */
  parts: number | null;
  sentParts: number;
  /** Parts that were sent again because nobody knew whether they had arrived. */
  doubtfulParts: number;
  attempts: number;
  nextAttemptAt: Date | null;
  error: string | null;
  createdAt: Date;
  settledAt: Date | null;
}

/** Why a channel is disconnected, beside what platforms say themselves. */
export const BY_HAND = 'manual';

export const CHANNEL_LIMITS = { ofBot: 50, nameLength: 200, credentialLength: 4_096, urlLength: 2_048 };

import type { ChannelType } from '#providers/channel-transport';

/** The end user in conversations of channels. */
export function userRefOf(type: ChannelType, userId: string): string {
  return `${type}:${userId}`;
}

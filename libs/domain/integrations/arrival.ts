/** How a message came in by a messenger. */
export interface Arrival {
  channelId: string;
  /** telegram, slack, discord, whatsapp or webhook. */
  platform: string;
  chatId: string;
  threadId?: string;
  platformMessageId?: string;
  user: { id: string; username?: string; name?: string };
}

import { defineEvent } from '#infra/events';

export interface BotEventData {
  botId: string;
  name: string;
}

export const botCreated = defineEvent<'bot.created', BotEventData>('bot.created');
export const botUpdated = defineEvent<'bot.updated', BotEventData>('bot.updated');

/** All that belonged to the bot is gone with it. */
export const botDeleted = defineEvent<'bot.deleted', BotEventData>('bot.deleted');

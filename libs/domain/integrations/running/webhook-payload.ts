/** What a back-end is sent, in the published shape of the manager dialect; docs/integrations.md tells it. Ids are in that dialect's style. */
import { prefixedId } from '#kernel';
import type { BackEndMessages, TurnToAnswer } from './back-end.types';

/** The version of what is sent, which changes when a back-end would have to. */
const PLATFORM_VERSION = '1.0';
/** Where no messenger brought the message. */
const API_CHANNEL = 'api';

export function payloadOf(turn: TurnToAnswer, { messages }: BackEndMessages): object {
  const { botId, botName, conversationId, arrival } = turn;
  return {
    messages,
    conversation_id: conversationId === undefined ? null : prefixedId('conv', conversationId),
    user: userOf(turn),
    bot: { id: prefixedId('bot', botId), name: botName ?? null },
    metadata: arrival
      ? {
          channel: arrival.platform,
          channel_id: prefixedId('ch', arrival.channelId),
          chat_id: arrival.chatId,
          thread_id: arrival.threadId ?? null,
          message_id: arrival.platformMessageId ?? null,
        }
      : { channel: API_CHANNEL, chat_id: turn.sessionKey ?? null, message_id: messageIdOf(turn) },
  };
}

/** Beside those of the integration. */
export function headersOf(botId: string, integrationId: string): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'Accept-Encoding': 'identity',
    'User-Agent': 'ChatbotPlatform/1.0',
    'X-Chatbot-Platform-Version': PLATFORM_VERSION,
    'X-Bot-ID': prefixedId('bot', botId),
    'X-Integration-ID': prefixedId('int', integrationId),
  };
}

function userOf({ arrival, userRef }: TurnToAnswer): object {
  if (!arrival) return { id: userRef ?? null, platform: API_CHANNEL, name: null, username: null };
  const { id, name, username } = arrival.user;
  return { id, platform: arrival.platform, name: name ?? null, username: username ?? null };
}

function messageIdOf({ messageId }: TurnToAnswer): string | null {
  return messageId === undefined ? null : prefixedId('msg', messageId);
}

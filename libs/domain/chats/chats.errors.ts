import { defineErrors } from '#kernel';

export const chatErrors = defineErrors('chats', {
  conversation_not_found: { kind: 'not_found', message: 'There is no such conversation.' },
  chat_not_found: { kind: 'not_found', message: 'That chat does not exist or is expired!' },
  channel_not_found: { kind: 'not_found', message: 'There is no such channel.' },
  message_not_found: { kind: 'not_found', message: 'There is no such message in this conversation.' },
  turn_not_found: { kind: 'not_found', message: 'There is no such reply to resume.' },
  /** For keys of one bot, at another one. */
  bot_not_found: { kind: 'not_found', message: 'There is no such bot.' },
  bot_disabled: { kind: 'conflict', message: 'The bot is disabled and takes no messages.' },
  /** Ids of messages that callers choose are chosen once. */
  message_taken: { kind: 'conflict', message: 'There is a message of that id already.' },
  reply_failed: { kind: 'unavailable', message: 'The reply could not be made. Please ask again.' },
  reply_overdue: { kind: 'unavailable', message: 'The reply is still being made. Please resume later.' },
  completion_not_found: { kind: 'not_found', message: 'There is no such response; they are kept for 30 days.' },
  escalation_not_found: { kind: 'not_found', message: 'There is no such escalation.' },
  agent_not_found: { kind: 'not_found', message: 'There is no such support agent in this team.' },
  member_not_found: { kind: 'not_found', message: 'There is no such person in this team.' },
  /** Its messages say what the escalation is instead. */
  escalation_state: { kind: 'conflict', message: 'The escalation is in another state.' },
  agent_full: { kind: 'conflict', message: 'The support agent has as many conversations as they can take.' },
  nobody_free: { kind: 'conflict', message: 'No other support agent is available and has room for a conversation.' },
  person_needed: { kind: 'forbidden', message: 'Only a person of the team, or a key that one has made, may do this.' },
});

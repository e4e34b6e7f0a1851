import { defineErrors } from '#kernel';

export const chatErrors = defineErrors('chats', {
  conversation_not_found: { kind: 'not_found', message: 'There is no such conversation.' },
  chat_not_found: { kind: 'not_found', message: 'That chat does not exist or is expired!' },
  message_not_found: { kind: 'not_found', message: 'There is no such message in this conversation.' },
  turn_not_found: { kind: 'not_found', message: 'There is no such reply to resume.' },
  reply_failed: { kind: 'unavailable', message: 'The reply could not be made. Please ask again.' },
  reply_overdue: { kind: 'unavailable', message: 'The reply is still being made. Please resume later.' },
});

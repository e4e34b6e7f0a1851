/** The parts that events of the hand-off share. */
import type { ConversationRow } from '../conversations.queries';
import type { Escalation, Person } from './hand-off.types';

export function conversationData({ id, botId, sessionKey, userRef, channel, channelId }: ConversationRow) {
  return { botId, conversationId: id, sessionKey, userRef, channel, channelId };
}

export function escalationData({ id, botId, conversationId, sessionKey, userRef, channel, channelId }: Escalation) {
  return { botId, conversationId, sessionKey, userRef, channel, channelId, escalationId: id };
}

export function requirePerson(person: Person | null): { agentId: string; agentName: string } {
  if (!person) throw new Error('An escalation that was given to somebody has no agent.');
  return { agentId: person.id, agentName: person.name };
}

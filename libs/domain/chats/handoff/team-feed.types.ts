import type { ConversationMessage } from '../chats.types';
import type { Escalation } from './hand-off.types';

/** What a team's people are told while they look. `open` comes first and holds all that are open, oldest first. */
export type TeamFeedItem =
  | { type: 'open'; escalations: readonly Escalation[] }
  | { type: 'created' | 'assigned' | 'accepted' | 'ended'; escalation: Escalation }
  | { type: 'message'; escalation: Escalation; message: ConversationMessage };

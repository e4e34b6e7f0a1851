/** What the server says, in its own spelling (the support dialect under `/api/v1/conversations`). */

export type Handling = 'bot' | 'waiting' | 'human';
export type Status = 'active' | 'escalated' | 'resolved';
export type Sender = 'user' | 'ai' | 'agent' | 'system';

export interface Citation {
  number: number;
  title: string;
  section?: string | null;
  passage: string;
  url?: string | null;
}

/** How far a conversation has come, which several answers tell. */
export interface WireStanding {
  handling?: Handling;
  status?: Status;
  assigned_agent?: string | null;
  agent_name?: string | null;
}

export interface WireMessage {
  id: string;
  sender: Sender;
  content: string;
  citations?: readonly Citation[];
  author?: { id: string; name: string } | null;
  /** Of messages in the live feed only. */
  position?: number;
}

/** First frame of a reply. */
export interface WireStarted {
  conversation_id: string;
  /** Only in the answer that began the conversation. */
  conversation_token?: string;
  /** Of the reply. Absent while a person answers: nothing is generated then. */
  message_id?: string | null;
  user_message_id: string;
}

/** Last frame of a reply. */
export interface WireAnswer extends WireStarted, WireStanding {
  response: string;
  citations?: readonly Citation[];
}

export interface WireConversation extends WireStanding {
  conversation_id: string;
  messages: readonly WireMessage[];
  last_position?: number;
}

/** What a page has to know to go on with a conversation. */
export interface ConversationAccess {
  id: string;
  token: string;
}

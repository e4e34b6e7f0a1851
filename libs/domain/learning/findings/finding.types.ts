import type { Evidence, LearningSource, LearningStatus, LearningType, Lesson } from '../learning.types';

/** Something that a bot could learn. The same finding has the same key whenever it is made. */
export interface Finding {
  key: string;
  type: LearningType;
  source: LearningSource;
  /** Of a new item, and of one that is still pending. */
  status: Exclude<LearningStatus, 'rejected'>;
  lesson: Lesson;
  evidence: Evidence;
  /** Who said the words of the lesson. */
  userRef: string | null;
  examples: readonly FindingExample[];
}

/** Words of an end user that a finding was made from. */
export interface FindingExample {
  /** The rating or the message. */
  originId: string;
  userRef: string | null;
  text: string;
  comment: string | null;
  saidAt: Date;
}

/** A question of an end user and how the bot answered it. */
export interface PastTurn {
  /** Of the user's message. */
  messageId: string;
  text: string;
  userRef: string;
  askedAt: Date;
  isGrounded: boolean;
  isSmallTalk: boolean;
  intent: string | null;
  intentConfidence: number | null;
  entities: readonly NamedEntity[];
}

/** Something that a message names. */
export interface NamedEntity {
  type: string;
  value: string;
  /** As said. */
  text: string;
}

/** A message of a conversation in which a person of the team has answered. */
export interface SpokenMessage {
  id: string;
  conversationId: string;
  userRef: string;
  role: 'user' | 'bot' | 'agent';
  text: string;
  at: Date;
  /** Of a reply. */
  isGrounded: boolean;
  /** Of an agent's message. */
  authorId: string | null;
  authorName: string | null;
}

/** An item as far as findings are compared with it. */
export interface KnownItem {
  id: string;
  key: string;
  type: LearningType;
  status: LearningStatus;
  query: string | null;
  /** The messages that it was made of, the latest of them. */
  originIds: readonly string[];
}

/** Who answers a conversation: its bot; its bot while a person is waited for; a person, and the bot is silent. */
export const HANDLINGS = ['bot', 'waiting', 'human'] as const;
export type Handling = (typeof HANDLINGS)[number];

/**
 * Why a conversation went to a person. The first six are triggers of the bot's policy; `requested`: the end user or the caller
 * asked for it by the API; `taken_over`: a person of the team did it unasked.
 */
export const ESCALATION_REASONS = [
  'low_confidence',
  'user_request',
  'frustration',
  'no_context',
  'turn_limit',
  'time_limit',
  'requested',
  'taken_over',
] as const;
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

/** `waiting`: nobody has accepted, though it may be assigned; `active`: its agent answers; then it is over. */
export const ESCALATION_STATES = ['waiting', 'active', 'returned', 'resolved'] as const;
export type EscalationState = (typeof ESCALATION_STATES)[number];

/** A person as others see them. */
export interface Person {
  id: string;
  name: string;
}

/** One conversation's way to a person and back. */
export interface Escalation {
  id: string;
  teamId: string;
  botId: string;
  conversationId: string;
  sessionKey: string;
  userRef: string;
  channel: string;
  /** The messenger's channel; null for conversations of others. */
  channelId: string | null;
  reason: EscalationReason;
  state: EscalationState;
  /** What the end user said last. */
  summary: string;
  /** Of the reply that was not sure enough. */
  confidence: number | null;
  agent: Person | null;
  createdAt: Date;
  assignedAt: Date | null;
  acceptedAt: Date | null;
  firstReplyAt: Date | null;
  endedAt: Date | null;
  /** Of the agent's replies. */
  replyCount: number;
  transferCount: number;
  /** Messages of the conversation; the position of the latest. */
  messageCount: number;
}

export interface EscalationFilter {
  states?: readonly EscalationState[];
  /** Only those of the person who asks. */
  isMine?: boolean;
  botId?: string;
}

/** A member of the team who answers in place of bots. */
export interface SupportAgent {
  userId: string;
  displayName: string;
  /** Conversations at the same time. */
  capacity: number;
  /** Whether conversations are assigned to them; they may accept some all the same. */
  isAvailable: boolean;
  /** Escalations that they have at the moment, accepted or not. */
  openCount: number;
  updatedAt: Date;
}

export interface SupportAgentInput {
  capacity?: number;
  isAvailable?: boolean;
  displayName?: string;
}

/** Durations in milliseconds; null without any. */
export interface Durations {
  count: number;
  meanMs: number | null;
  p50Ms: number | null;
  p95Ms: number | null;
}

/** Of the escalations that were made within a period. */
export interface EscalationStatistics {
  total: number;
  byReason: Record<EscalationReason, number>;
  byState: Record<EscalationState, number>;
  /** From the escalation until a person accepted. */
  waiting: Durations;
  /** From the escalation until a person's first words. */
  firstReply: Durations;
  /** From accepting until it was over. */
  handling: Durations;
}

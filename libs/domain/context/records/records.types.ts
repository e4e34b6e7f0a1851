import type { PageRequest } from '#kernel';

/** An end user of a bot. */
export interface BotUser {
  botId: string;
  /** In the words of the caller. */
  userRef: string;
}

/** What callers want to be known of an end user. */
export interface UserContext extends BotUser {
  context: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
}

/**
 * said: by the user; replied: by the bot alone; model: found by a model in what was said; given: by a caller of the API,
 * and then what is said changes nothing but when it was last mentioned.
 */
export type EntitySource = 'said' | 'replied' | 'model' | 'given';

export interface UserEntity {
  id: string;
  type: string;
  value: string;
  /** 0 to 1. */
  confidence: number;
  metadata: Record<string, unknown>;
  source: EntitySource;
  createdAt: Date;
  updatedAt: Date;
}

export interface GivenEntity {
  type: string;
  value: string;
  /** 1 unless given. */
  confidence?: number;
  metadata?: Record<string, unknown>;
}

export interface UserTopic {
  id: string;
  name: string;
  /** 0 to 1. */
  confidence: number;
  isActive: boolean;
  keywords: string[];
  createdAt: Date;
  updatedAt: Date;
}

/** Absent fields of a topic that is there stay as they are. */
export interface GivenTopic {
  name: string;
  /** 1 for a new topic unless given. */
  confidence?: number;
  isActive?: boolean;
  keywords?: readonly string[];
}

export interface EntityListRequest extends PageRequest {
  /** Only of this type. */
  type?: string;
}

export const CONTEXT_LIMITS = {
  userRefLength: 128,
  contextBytes: 65_536,
  typeLength: 64,
  valueLength: 1_000,
  metadataBytes: 8_192,
  topicNameLength: 200,
  keywords: 50,
  keywordLength: 100,
  /** Of one user; the oldest go. */
  entitiesPerUser: 500,
  topicsPerUser: 50,
} as const;

export const TRAIT_LEVELS = ['low', 'medium', 'high'] as const;
export type TraitLevel = (typeof TRAIT_LEVELS)[number];

/** Name of a trait to how pronounced it is: a word, or a number from 0 to 1. */
export type Traits = Readonly<Record<string, TraitLevel | number>>;

export interface Personality {
  id: string;
  teamId: string;
  botId: string;
  /** Unique in its bot. */
  name: string;
  description: string | null;
  traits: Traits;
  tone: string | null;
  languageStyle: string | null;
  /** The one by which the bot speaks; one of a bot at most. */
  isDefault: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export interface CreatePersonality {
  name: string;
  description?: string | null;
  /** Checked by the service. */
  traits?: Readonly<Record<string, unknown>> | null;
  tone?: string | null;
  languageStyle?: string | null;
  isDefault?: boolean;
}

/** Absent leaves a field as it is, null clears it; `traits` is merged trait by trait, null takes one away. */
export type PersonalityPatch = Partial<CreatePersonality>;

import type { FoundEntity } from '../turns/turn-context.types';

/** Where and when a text was said. */
export interface Saying {
  /** ISO 639-1. */
  language: string;
  /** The text itself was too short to tell it. */
  isGuess: boolean;
  /** ISO 3166-1, of whoever said it; a guess by the language when nothing tells. */
  region: string;
  at: Date;
  /** Minutes east of UTC. */
  offsetMinutes: number;
}

export type Extractor = (text: string, saying: Saying) => FoundEntity[];

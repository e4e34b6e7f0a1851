import type { RegisteredTeam } from '../parley';

/** Ids and names as the main API writes them, by what they are of. */
export type Things = Readonly<Record<string, string>>;

export interface FurnishedTeam extends RegisteredTeam {
  teamId: string;
  userId: string;
  /** Stands in names and texts of all that it has, and nowhere else on the installation. */
  marker: string;
  things: Things;
}

/** What the parts of a furnishing know. */
export interface Furnishing {
  team: RegisteredTeam;
  userId: string;
  marker: string;
  /** What is there so far; each part adds to it. */
  things: Record<string, string>;
}

/** What all subjects reached, by set and round; a round is judged once for each seed. */
import type { Figures } from './figures';

export interface Round {
  set: string;
  name: string;
  /** What it was trained and judged on, in words. */
  about: string;
}

export class Results {
  private readonly rounds: Round[] = [];
  private readonly figures = new Map<string, Figures[]>();
  readonly leftOut: string[] = [];

  add(round: Round, subject: string, figures: Figures): void {
    if (!this.rounds.some(({ set, name }) => set === round.set && name === round.name)) this.rounds.push(round);
    const key = keyOf(round, subject);
    this.figures.set(key, [...(this.figures.get(key) ?? []), figures]);
  }

  /** Of one set, or of all. */
  roundsOf(set?: string): Round[] {
    return this.rounds.filter((round) => set === undefined || round.set === set);
  }

  /** One for each seed. */
  figuresOf(round: Round, subject: string): readonly Figures[] {
    return this.figures.get(keyOf(round, subject)) ?? [];
  }
}

function keyOf({ set, name }: Round, subject: string): string {
  return JSON.stringify([set, name, subject]);
}

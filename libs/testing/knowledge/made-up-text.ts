/** Made-up passages for specs: a small vocabulary with common and rare words, the same in every run. */
const WORDS = 400;
const SYLLABLES = ['ba', 'ko', 'di', 'fu', 'ga', 'lo', 'mi', 'ne', 'pu', 'ra', 'se', 'ti', 'vo', 'wa', 'xe', 'zu'];

export class MadeUpText {
  constructor(private state: number) {}

  passage(): string {
    return this.words(20 + this.below(40)).join(' ');
  }

  passages(count: number): string[] {
    return Array.from({ length: count }, () => this.passage());
  }

  query(): string {
    return this.words(4).join(' ');
  }

  /** From 0 to below `limit`, by a linear congruential generator (Numerical Recipes). */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  /** Word r about as often as 1 / r. */
  private words(count: number): string[] {
    return Array.from({ length: count }, () => this.word(Math.floor(WORDS ** (this.below(10_000) / 10_000))));
  }

  private word(rank: number): string {
    const syllable = (number: number) => SYLLABLES[number % SYLLABLES.length] as string;
    return syllable(rank) + syllable(Math.floor(rank / 3)) + syllable(Math.floor(rank / 16) + 5) + syllable(rank * 7);
  }
}

/** One kind of thing that clients do all the time. It remembers what was acknowledged and can say what has become of it. */
export interface Activity {
  readonly name: string;
  /** Between two acts, on average, at the usual pace. */
  readonly everyMs: number;
  /** Once. Never rejects: what fails stands in the journal and is not acknowledged. */
  act(): Promise<void>;
  /** A sentence for each acknowledged thing that is not, or not yet, as it must be. */
  faults(): Promise<string[]>;
  /** What was acknowledged, in words. */
  told(): string;
}

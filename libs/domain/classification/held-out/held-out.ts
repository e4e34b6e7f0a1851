/**
 * What the machines say of examples they have not seen, in two ways: each fold of the examples left out in turn, and
 * each group of intents left out in turn, whose examples are then texts out of scope that look like the user's own.
 */
import type { ScopeSigns } from '../confidence/confidence';
import type { Blend, JudgedVotes, Votes } from '../confidence/intent-probability';
import { CosineProbe } from '../confidence/nearest-example';
import { type Opinion, opinionOf } from '../confidence/opinion';
import { NO_INTENT, type TrainingRows } from '../examples/training-rows';
import type { Claim, Holdout } from '../machines/one-vs-rest';
import { logitsOf, type PackedNetwork } from '../network/packed-network';
import { SeededRandom } from '../seeded-random';
import { foldsOf, NOT_HELD_OUT } from './folds';

/** Fewer groups take too many of the neighbours away with an intent. */
const INTENT_GROUPS = 4;
const NO_SCORES = new Float64Array(0);
const NO_LOGITS = new Float32Array(0);

export interface HeldOutText {
  row: number;
  /** NO_INTENT for out-of-scope examples of the user. */
  intent: number;
  /** By intent; empty where the votes were not kept. */
  scores: Float64Array;
  predicted: number;
  signs: ScopeSigns;
}

export class HeldOutTexts implements Holdout {
  readonly removed: Int32Array;
  readonly kept: Int32Array;
  readonly held: Int32Array;
  private readonly best: Float32Array;
  private readonly second: Float32Array;
  private readonly predicted: Int32Array;
  /** By intent, then by held row. */
  private readonly margins: Float32Array;
  /** Of the network, by held row. */
  private logits: Float32Array[] = [];

  /**
   * @param leftOut intents whose machines are not asked
   * @param keepsMargins whether the margins of all intents are wanted; without, a claim is of one intent
   */
  constructor(
    private readonly data: TrainingRows,
    isRemoved: (row: number) => boolean,
    private readonly leftOut: ReadonlySet<number>,
    private readonly keepsMargins: boolean,
  ) {
    const everything = Int32Array.from({ length: data.rows.count }, (_, row) => row);
    this.removed = everything.filter((row) => isRemoved(row));
    this.kept = everything.filter((row) => !isRemoved(row));
    this.held = this.removed.filter((row) => row < data.texts.length);
    this.best = new Float32Array(this.held.length).fill(Number.NEGATIVE_INFINITY);
    this.second = this.best.slice();
    this.predicted = new Int32Array(this.held.length).fill(NO_INTENT);
    const count = this.held.length;
    this.margins = new Float32Array(keepsMargins ? count * data.intents.length : 0);
    for (const intent of leftOut) this.margins.fill(Number.NEGATIVE_INFINITY, intent * count, (intent + 1) * count);
  }

  /** What only one of the intents at hand would have is told by that one's own machine. */
  asks({ intents }: Claim): boolean {
    const asked = intents.filter((intent) => !this.leftOut.has(intent)).length;
    return asked >= Math.min(2, intents.length);
  }

  tell({ intents, share }: Claim, at: number, margin: number): void {
    if (!this.keepsMargins) this.compare(intents[0]!, at, margin);
    else for (const intent of intents) this.margins[intent * this.held.length + at]! += share * margin;
  }

  private compare(intent: number, at: number, margin: number): void {
    if (margin > this.best[at]!) {
      this.second[at] = this.best[at]!;
      this.best[at] = margin;
      this.predicted[at] = intent;
    } else if (margin > this.second[at]!) this.second[at] = margin;
  }

  /** @param network has not seen the rows that are held */
  askNetwork(network: PackedNetwork): void {
    const { starts, ids, values } = this.data.rows;
    this.logits = Array.from(this.held, (row) => {
      const [start, end] = [starts[row]!, starts[row + 1]!];
      return logitsOf(network, ids.subarray(start, end), values.subarray(start, end));
    });
  }

  /** Of all held rows. Margins must have been kept. */
  votes(): JudgedVotes[] {
    return Array.from(this.held, (row, at) => ({ ...this.votesAt(at), intent: this.data.intentOf[row]! }));
  }

  /** @param candidates rows that a classifier would carry, by intent */
  texts(candidates: readonly Int32Array[], blend: Blend): HeldOutText[] {
    const heldRows = new Set(this.held);
    const allowed = candidates.map((rows) => rows.filter((row) => !heldRows.has(row)));
    const probe = new CosineProbe(this.data.vocabulary.size);
    const occurrences = this.countWords();
    return Array.from(this.held, (row, at) => {
      const opinion = this.opinionAt(at, blend);
      const nearest = this.nearestTo(row, allowed[opinion.predicted] ?? [], probe);
      const { predicted, scores, ...standing } = opinion;
      const signs = { ...standing, nearest, unknownShare: this.unknownShare(row, occurrences) };
      return { row, intent: this.data.intentOf[row]!, scores, predicted, signs };
    });
  }

  private nearestTo(row: number, candidates: Iterable<number>, probe: CosineProbe): number {
    const { rows } = this.data;
    const [start, end] = [rows.starts[row]!, rows.starts[row + 1]!];
    return probe.nearest(rows.ids.subarray(start, end), rows.values.subarray(start, end), rows, candidates);
  }

  private opinionAt(at: number, blend: Blend): Opinion {
    if (this.keepsMargins) return opinionOf(blend, this.votesAt(at));
    const margin = this.best[at]!;
    const second = this.second[at]!;
    const lead = Number.isFinite(second) ? margin - second : margin;
    return { predicted: this.predicted[at]!, scores: NO_SCORES, margin, lead, energy: 0 };
  }

  private votesAt(at: number): Votes {
    const margins = new Float32Array(this.data.intents.length);
    for (let intent = 0; intent < margins.length; intent++) {
      margins[intent] = this.margins[intent * this.held.length + at]!;
    }
    return { margins, logits: this.logits[at] ?? NO_LOGITS };
  }

  /** In how many held rows a word occurs. */
  private countWords(): Uint32Array {
    const counts = new Uint32Array(this.data.vocabulary.size);
    for (const row of this.held) for (const word of new Set(this.data.words[row])) if (word >= 0) counts[word]!++;
    return counts;
  }

  private unknownShare(row: number, heldOccurrences: Uint32Array): number {
    const { frequencies, leastFrequency } = this.data.vocabulary;
    const words = this.data.words[row]!;
    const isUnknown = (word: number) => word < 0 || frequencies[word]! - heldOccurrences[word]! < leastFrequency;
    return words.filter(isUnknown).length / words.length;
  }
}

/** Every intent with two examples or more is held out in part; no more folds than make sense of the examples. */
export function holdOutFolds(data: TrainingRows, folds: number): HeldOutTexts[] {
  const foldOf = foldsOf(data, folds);
  const used = [...new Set(foldOf)].filter((fold) => fold !== NOT_HELD_OUT).sort((a, b) => a - b);
  return used.map((fold) => new HeldOutTexts(data, (row) => foldOf[row] === fold, new Set(), true));
}

/** Needs two intents. */
export function holdOutIntents(data: TrainingRows, seed: number, keepsMargins: boolean): HeldOutTexts[] {
  const count = data.intents.length;
  if (count < 2) return [];
  const order = Int32Array.from({ length: count }, (_, intent) => intent);
  new SeededRandom(seed + 2).shuffle(order);
  const groups = Math.min(INTENT_GROUPS, count);
  return Array.from({ length: groups }, (_, group) => {
    const leftOut = new Set(order.filter((_, at) => at % groups === group));
    return new HeldOutTexts(data, (row) => leftOut.has(data.intentOf[row]!), leftOut, keepsMargins);
  });
}

/**
 * Counts the terms of passages, one passage after another, and gives their postings term by term. Everything stands in a few
 * arrays of numbers: an array for each term would be most of the work of packing.
 */
import { enlarged } from '#domain/language';
import type { AddPostings } from './posting-rows';
import { impactOf } from './segment-format';
import { TermNumbers } from './term-numbers';

const firstPostings = 1 << 13;

export class PostingCollector {
  private readonly numbers = new TermNumbers();
  /** By number of the term: occurrences in the passage that is read, and passages so far. */
  private frequencies = new Int32Array(firstPostings);
  private passageCounts = new Int32Array(firstPostings);
  /** Numbers of the terms of the passage that is read. */
  private found: number[] = [];
  private length = 0;
  /** One a posting, in the order of passages. */
  private termOf = new Int32Array(firstPostings);
  private seqs = new Int32Array(firstPostings);
  private impacts = new Uint8Array(firstPostings);
  private size = 0;

  count(term: number, weight: number): void {
    const number = this.numbers.numberOf(term);
    if (number >= this.frequencies.length) {
      this.frequencies = enlarged(this.frequencies, 2 * number);
      this.passageCounts = enlarged(this.passageCounts, 2 * number);
    }
    const before = this.frequencies[number] as number;
    if (before === 0) this.found.push(number);
    this.frequencies[number] = before + weight;
    this.length += weight;
  }

  /** Returns the length of the passage in terms. Passages end in the order of their seqs. */
  endPassage(seq: number): number {
    const { found, length, frequencies, passageCounts } = this;
    this.reserve(found.length);
    for (const number of found) {
      this.termOf[this.size] = number;
      this.seqs[this.size] = seq;
      this.impacts[this.size++] = impactOf(frequencies[number] as number, length);
      passageCounts[number] = (passageCounts[number] as number) + 1;
      frequencies[number] = 0;
    }
    this.found = [];
    this.length = 0;
    return length;
  }

  /** In the order of terms. */
  eachTerm(add: AddPostings): void {
    const { numbers, passageCounts } = this;
    const order = numbers.inOrder();
    const ends = new Int32Array(order.length);
    let end = 0;
    for (const number of order) {
      ends[number] = end;
      end += passageCounts[number] as number;
    }
    const seqs = new Int32Array(end);
    const impacts = new Uint8Array(end);
    for (let i = 0; i < this.size; i++) {
      const number = this.termOf[i] as number;
      const at = ends[number] as number;
      ends[number] = at + 1;
      seqs[at] = this.seqs[i] as number;
      impacts[at] = this.impacts[i] as number;
    }
    for (const number of order) {
      const to = ends[number] as number;
      add(numbers.terms[number] as number, seqs, impacts, to - (passageCounts[number] as number), to);
    }
  }

  private reserve(more: number): void {
    while (this.size + more > this.seqs.length) {
      this.termOf = enlarged(this.termOf, 2 * this.termOf.length);
      this.seqs = enlarged(this.seqs, 2 * this.seqs.length);
      const impacts = new Uint8Array(this.seqs.length);
      impacts.set(this.impacts);
      this.impacts = impacts;
    }
  }
}

/**
 * Numbers terms from 0 in the order in which they are met. Open addressing on the low bits: a term is a hash already. A
 * tenth of the time of a Map, which matters where every word of every passage is looked up.
 */
const firstSlots = 1 << 12;

export class TermNumbers {
  /** Number + 1 of the term at the slot; 0 when it is free. */
  private slots = new Int32Array(firstSlots);
  private known = new Int32Array(firstSlots / 2);
  size = 0;

  numberOf(term: number): number {
    const mask = this.slots.length - 1;
    let slot = term & mask;
    for (let taken = this.slots[slot] as number; taken !== 0; taken = this.slots[slot] as number) {
      if (this.known[taken - 1] === term) return taken - 1;
      slot = (slot + 1) & mask;
    }
    if (this.size < this.known.length) return this.take(slot, term);
    this.grow();
    return this.numberOf(term);
  }

  /** By number. */
  get terms(): Int32Array {
    return this.known.subarray(0, this.size);
  }

  /** The numbers, in the order of their terms. */
  inOrder(): Int32Array {
    return this.terms.toSorted().map((term) => this.numberOf(term));
  }

  private take(slot: number, term: number): number {
    this.known[this.size] = term;
    this.slots[slot] = ++this.size;
    return this.size - 1;
  }

  /** At most half of the slots are taken. */
  private grow(): void {
    const { terms } = this;
    this.slots = new Int32Array(this.slots.length * 2);
    this.known = new Int32Array(this.slots.length / 2);
    this.known.set(terms);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = (terms[number] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}

import type { EntitySource } from '../records/records.types';

/** Something that a pronoun may stand for. */
export interface Candidate {
  id: string;
  type: string;
  value: string;
  confidence: number;
  metadata: Readonly<Record<string, unknown>>;
  source: EntitySource;
  mentionedAt: Date;
}

/** thing: anything but persons and mere details, as a date or a price. An object names a type or a kind of code. */
export type Wanted = 'thing' | 'person' | { noun: string };

/** A place in a text that stands for something else. */
export interface Pointer {
  /** As said. */
  reference: string;
  start: number;
  end: number;
  /** What takes its place; `$` is the name of what is meant. */
  replacement: string;
  wanted: Wanted;
  isPlural: boolean;
  /** 1 is the first of what was named together, -1 the last. */
  ordinal?: number;
  /** 0 to 1: how surely it points at anything. */
  certainty: number;
}

export interface PointingRule {
  pattern: RegExp;
  wanted: Wanted;
  isPlural: boolean;
  certainty: number;
  form: ReferenceForm;
}

/**
 * replace: the group `ref` gives way to the name. possessive: as that, with "'s". append: the name goes behind it ("Quanto
 * costa?", "the order"). A group `verb` right behind `ref` is put before the name ("je peux le retourner").
 */
export type ReferenceForm = 'replace' | 'possessive' | 'append';

/** A kind of thing that texts name by a noun: "the order", "that product". */
export interface NounRule {
  pattern: RegExp;
  /** A type of entity, or the kind of a code. */
  noun: string;
}

export interface ReferenceGrammar {
  rules: readonly PointingRule[];
  nouns: readonly NounRule[];
  /** "the second one": the group `ordinal` says which. */
  ordinals: readonly { pattern: RegExp; ordinal: number }[];
  /** Where a pronoun points at nothing: "it is raining", "is it possible to". */
  empty: readonly RegExp[];
  /** Between two names. */
  and: string;
}

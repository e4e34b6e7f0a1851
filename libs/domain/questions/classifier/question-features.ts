/**
 * What the classifier of questions sees of a text: stems, stop words, pairs of stems, neighbours of any kind (with marks for
 * both ends), and pieces of 3 to 5 characters inside words that are no stop words. Each is a 32-bit hash, different for each
 * kind. It is part of the artefact's format: a change here is a new version of that.
 */
import { analyzeQuery, backgroundRate } from '#domain/knowledge';
import { analyzerFor, type LanguageCode, wordForms } from '#domain/language';

export const featureKinds = { word: 0, stopWord: 1, pair: 2, neighbours: 3, piece: 4 } as const;
export type FeatureKind = (typeof featureKinds)[keyof typeof featureKinds];

export interface Feature {
  hash: number;
  kind: FeatureKind;
  count: number;
  /** The share of ordinary questions that have it. */
  rate: number;
}

export interface SimilarWord {
  hash: number;
  /** How near it is to the word that was said: below 1. */
  weight: number;
  rate: number;
}

/** Rates of what the background does not list; of pieces and pairs about what was counted in help centres. */
const rates: Readonly<Record<Exclude<FeatureKind, 0>, number>> = {
  [featureKinds.stopWord]: 0.3,
  [featureKinds.pair]: 0.001,
  [featureKinds.neighbours]: 0.005,
  [featureKinds.piece]: 0.02,
};
const shortestPiece = 3;
const longestPiece = 5;
/** Longer words (addresses, encoded data) say nothing more by their tail. */
const maxWordLength = 40;
const textEdge = 0x51ed270b;
const space = 32;

export function featuresOf(text: string, language: LanguageCode): Feature[] {
  const found = new FeatureCounts();
  let before = textEdge;
  let stemBefore = 0;
  for (const { text: word, term, isStopWord, form } of analyzerFor(language).tokens(text)) {
    if (form === wordForms.joined) continue;
    const own = isStopWord ? hashOf(word, featureKinds.stopWord) : wordFeature(term);
    found.add(pairHash(before, own, featureKinds.neighbours), featureKinds.neighbours);
    before = own;
    if (isStopWord) {
      found.add(own, featureKinds.stopWord);
      continue;
    }
    found.add(own, featureKinds.word, backgroundRate(term));
    if (stemBefore !== 0) found.add(pairHash(stemBefore, own, featureKinds.pair), featureKinds.pair);
    stemBefore = own;
    addPieces(found, word.slice(0, maxWordLength));
  }
  if (before !== textEdge) found.add(pairHash(before, textEdge, featureKinds.neighbours), featureKinds.neighbours);
  return found.features;
}

/** Synonyms and known misspellings of what was said, of which each counts as a part of a word. */
export function similarWords(text: string, language: LanguageCode): SimilarWord[] {
  return analyzeQuery(text, [language]).words.flatMap(({ alternatives }) =>
    alternatives
      .filter(({ weight }) => weight < 1)
      .map(({ term, weight }) => ({ hash: wordFeature(term), weight, rate: backgroundRate(term) })),
  );
}

/** The stems of a text with how often it says them; a long text costs a tenth of what all features do. */
export function stemCounts(text: string, language: LanguageCode): Map<number, { count: number; rate: number }> {
  const counts = new Map<number, { count: number; rate: number }>();
  for (const term of analyzerFor(language).terms(text)) {
    const hash = wordFeature(term);
    const known = counts.get(hash);
    if (known) known.count++;
    else counts.set(hash, { count: 1, rate: backgroundRate(term) });
  }
  return counts;
}

/** What a phrasing is recognized by: the same text, letter for letter. */
export function phrasingHash(text: string): number {
  return hashOf(text, featureKinds.word);
}

class FeatureCounts {
  private readonly byHash = new Map<number, Feature>();

  get features(): Feature[] {
    return [...this.byHash.values()];
  }

  add(hash: number, kind: FeatureKind, rate?: number): void {
    const known = this.byHash.get(hash);
    if (known) known.count++;
    else this.byHash.set(hash, { hash, kind, count: 1, rate: rate ?? (kind === featureKinds.word ? 0 : rates[kind]) });
  }
}

function addPieces(found: FeatureCounts, word: string): void {
  for (let start = -1; start < word.length; start++) {
    let hash = seedOf(featureKinds.piece);
    const end = Math.min(word.length + 1, start + longestPiece);
    for (let at = start; at < end; at++) {
      hash = step(hash, at < 0 || at === word.length ? space : word.charCodeAt(at));
      if (at - start + 1 >= shortestPiece) found.add(mixed(hash), featureKinds.piece);
    }
  }
}

function wordFeature(term: number): number {
  return mixed(term ^ seedOf(featureKinds.word));
}

function hashOf(text: string, kind: FeatureKind): number {
  let hash = seedOf(kind);
  for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at));
  return mixed(hash);
}

function pairHash(first: number, second: number, kind: FeatureKind): number {
  return mixed(Math.imul(first, 0x9e3779b1) ^ second ^ seedOf(kind));
}

function seedOf(kind: FeatureKind): number {
  return (0x811c9dc5 + Math.imul(kind + 1, 0x2f0b4c47)) | 0;
}

/** FNV-1a over UTF-16 units. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The finaliser of MurmurHash3, so that near texts get far hashes. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

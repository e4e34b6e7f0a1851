/**
 * What a turn is about. Topics, the surest first, are
 *
 * 1. topics that a caller gave, when the message has their name or one of their keywords,
 * 2. what the message names of the team's lists, or points at ("it"),
 * 3. nouns of the message. Two that stand side by side with no third are one topic ("gift cards"), and so are two or three
 *    that the conversation has said before; a noun counts for more when the last turns have it, too, and for less when it
 *    is a common word.
 *
 * No model and no chance is in it: the same conversation has the same topics.
 */
import type { FoundEntity, HistoryLine } from '../turns/turn-context.types';
import { runsOf, stemsOf, type Term, type TermRun } from './line-terms';

export interface MentionedTopic {
  name: string;
  /** 0 to 1. */
  confidence: number;
  keywords: string[];
}

export interface KnownTopic {
  name: string;
  keywords: readonly string[];
  /** By a caller. */
  isGiven: boolean;
}

export interface TurnToName {
  /** References named. */
  text: string;
  /** Of the message. */
  entities: readonly FoundEntity[];
  /** What references of the message stand for. */
  referents: readonly string[];
  /** Oldest first. */
  history: readonly HistoryLine[];
  known: readonly KnownTopic[];
  language: string;
}

const MAX_TOPICS = 3;
const MAX_HISTORY = 8;
const MAX_WORDS = 3;
/** Of the lines before, the last one first; what the bot said counts half. */
const LINE_WEIGHTS = [0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1];
const BOT_SHARE = 0.5;
const LEAST_SCORE = 0.55;
const PHRASE_BONUS = 1.4;
const GIVEN_CONFIDENCE = 0.9;
const NAMED_CONFIDENCE = 0.9;
const MOST_CONFIDENCE = 0.9;
/** Some megabytes at most: lines are short. */
const MAX_RECENT_LINES = 2_000;
const recentLines = new Map<string, readonly TermRun[]>();
/** What a team has in lists is of these types never. */
const DETAILS = new Set(['email', 'phone', 'url', 'money', 'quantity', 'date', 'code']);

export function topicsOfTurn(turn: TurnToName): MentionedTopic[] {
  const stems = new Set(stemsOf(turn.text, turn.language));
  const given = turn.known.filter((topic) => topic.isGiven && isSpokenOf(topic, stems, turn.language));
  const taken = new Set(
    given.flatMap(({ name, keywords }) => [name, ...keywords].flatMap((one) => stemsOf(one, turn.language))),
  );
  const named = namesIn(turn).map((name) => ({ name, confidence: NAMED_CONFIDENCE, keywords: [] }));
  for (const { name } of named) for (const stem of stemsOf(name, turn.language)) taken.add(stem);
  const spoken = spokenTopics(turn).filter(({ stems: own }) => !own.every((stem) => taken.has(stem)));
  const topics = [
    ...given.map(({ name }) => ({ name, confidence: GIVEN_CONFIDENCE, keywords: [] })),
    ...named,
    ...spoken.map(({ name, score, keywords }) => ({ name, confidence: confidenceOf(score), keywords })),
  ];
  return topics.slice(0, MAX_TOPICS);
}

/** All words of its name, or of one of its keywords. */
function isSpokenOf({ name, keywords }: KnownTopic, stems: ReadonlySet<string>, language: string): boolean {
  return [name, ...keywords].some((words) => {
    const own = stemsOf(words, language);
    return own.length > 0 && own.every((stem) => stems.has(stem));
  });
}

function namesIn({ entities, referents }: TurnToName): string[] {
  const listed = entities.filter(({ type }) => !DETAILS.has(type)).map(({ value }) => value);
  return [...new Set([...listed, ...referents])];
}

interface Spoken {
  name: string;
  stems: readonly string[];
  score: number;
  keywords: string[];
}

function spokenTopics({ text, entities, history, language }: TurnToName): Spoken[] {
  const lines = history.slice(-MAX_HISTORY).toReversed();
  const earlier = lines.map(({ role, text: said }, at) => ({
    runs: runsBefore(said, language),
    weight: (LINE_WEIGHTS[at] ?? 0) * (role === 'bot' ? BOT_SHARE : 1),
  }));
  const own = runsOf(text, language, text.length === 0 ? [] : entities);
  const scored = candidatesOf(own).flatMap((terms): Spoken[] => {
    const before = earlier.filter(({ runs }) => runs.some((run) => holds(run, terms)));
    const isPhrase = terms.length > 1;
    const isSaidBefore = before.length > 0 || isRepeated(own, terms);
    if (isPhrase && !isSaidBefore && !isPair(own, terms)) return [];
    const weight = 1 + before.reduce((sum, line) => sum + line.weight, 0);
    const rarity = terms.reduce((sum, term) => sum + term.rarity, 0) / terms.length;
    const score = weight * rarity * (isPhrase && isSaidBefore ? PHRASE_BONUS : 1);
    return score < LEAST_SCORE
      ? []
      : [{ name: nameOf(terms), stems: terms.map(({ stem }) => stem), score, keywords: keywordsOf(terms) }];
  });
  return withoutParts(scored.sort((a, b) => b.score - a.score || b.stems.length - a.stems.length));
}

/** Each line of a conversation is looked at again in each of the next turns. */
function runsBefore(line: string, language: string): readonly TermRun[] {
  const key = `${language} ${line}`;
  const known = recentLines.get(key);
  if (known) return known;
  if (recentLines.size >= MAX_RECENT_LINES) recentLines.clear();
  const runs = runsOf(line, language);
  recentLines.set(key, runs);
  return runs;
}

/** Every one, two or three words side by side, each once. */
function candidatesOf(runs: readonly TermRun[]): Term[][] {
  const found = new Map<string, Term[]>();
  for (const run of runs)
    for (let from = 0; from < run.length; from += 1)
      for (let to = from + 1; to <= Math.min(run.length, from + MAX_WORDS); to += 1) {
        const terms = run.slice(from, to);
        const key = terms.map(({ stem }) => stem).join(' ');
        if (!found.has(key)) found.set(key, terms);
      }
  return [...found.values()];
}

function isPair(runs: readonly TermRun[], terms: TermRun): boolean {
  return terms.length === 2 && runs.some((run) => run.length === 2 && holds(run, terms));
}

function isRepeated(runs: readonly TermRun[], terms: TermRun): boolean {
  return runs.filter((run) => holds(run, terms)).length > 1;
}

function holds(run: TermRun, terms: TermRun): boolean {
  return run.some((_, from) => terms.every(({ stem }, at) => run[from + at]?.stem === stem));
}

/** A part of a phrase that is said as a whole is no topic of its own. */
function withoutParts(topics: readonly Spoken[]): Spoken[] {
  const kept: Spoken[] = [];
  const isPart = (topic: Spoken) =>
    topics.some(({ stems }) => stems.length > topic.stems.length && topic.stems.every((stem) => stems.includes(stem)));
  for (const topic of topics) if (!isPart(topic)) kept.push(topic);
  return kept;
}

/** As said, in small letters unless they are a name. */
function nameOf(terms: TermRun): string {
  return terms.map(({ text }) => (/^\p{Lu}?[\p{Ll}\p{M}'’-]+$/u.test(text) ? text.toLowerCase() : text)).join(' ');
}

function keywordsOf(terms: TermRun): string[] {
  return [...new Set(terms.map(({ stem }) => stem))];
}

function confidenceOf(score: number): number {
  return Math.round(Math.min(MOST_CONFIDENCE, 1 - Math.exp(-score)) * 100) / 100;
}

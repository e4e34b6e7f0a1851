/**
 * What a pointer stands for: of what the user has named or been told, the most recent that fits by type and number. What
 * the user named goes before what only the bot said, and of two that fit equally well neither is sure.
 */
import { foldText } from '#domain/language';
import { recordKey } from '../records/record-keys';
import type { FoundEntity, HistoryLine } from '../turns/turn-context.types';
import type { Candidate, Pointer, Wanted } from './references.types';

export interface Antecedent {
  name: string;
  /** Null when it is several. */
  id: string | null;
  type: string;
  confidence: number;
}

export interface Setting {
  /** In which the pointer stands. */
  text: string;
  /** Most recent first. */
  candidates: readonly Candidate[];
  history: readonly HistoryLine[];
  at: Date;
  /** Between two names. */
  and: string;
}

/** Details of things, not things that a pronoun stands for. */
const DETAILS = new Set(['date', 'money', 'quantity', 'email', 'phone', 'url']);
const PERSONS = new Set(['person', 'people', 'name', 'agent', 'employee', 'customer', 'contact', 'doctor', 'teacher']);
/** By turns since it was named in this conversation; what was named longer ago is not meant any more. */
const BY_TURNS = [1, 0.85, 0.65];
const HOUR_MS = 3_600_000;
/** By time, when this conversation has not named it. */
const WITHIN_HOUR = 0.7;
const WITHIN_DAY = 0.5;
const LONG_AGO = 0.3;
const AMBIGUOUS = 0.55;
/** What is said of orders rather than of the things that were named beside them. */
const OF_ORDERS =
  /ship|arriv|deliver|track|cancel|status|refund|on its way|liefer|versand|verschick|unterwegs|storn|livr|expédi|suivi|annul|envia|llega|entreg|rastre|sped|consegn|lever|verzonden|bezorg|annule/i;
const HALF_RANK = 0.5;
/** Named together: the parts of one message are microseconds apart (see TurnQueries). */
const SAME_MESSAGE_MS = 1;

export function chooseAntecedent(pointer: Pointer, setting: Setting): Antecedent | undefined {
  const fitting = setting.candidates.filter((candidate) => fits(pointer.wanted, candidate));
  if (pointer.ordinal !== undefined) return ordinalOf(pointer, fitting, setting);
  if (pointer.isPlural) {
    const plural = best(fitting.filter(isPlural), pointer, setting);
    return plural ?? severalOf(pointer, fitting, setting);
  }
  const singular = typeof pointer.wanted === 'object' ? fitting : fitting.filter((candidate) => !isPlural(candidate));
  return best(singular, pointer, setting);
}

/** Whether something of this type can be meant at all. */
export function fits(wanted: Wanted, { type, metadata = {} }: Pick<FoundEntity, 'type' | 'metadata'>): boolean {
  const folded = recordKey(type).replace(/[_-]+/g, ' ');
  if (wanted === 'person') return PERSONS.has(folded);
  if (wanted === 'thing') return !DETAILS.has(folded) && !PERSONS.has(folded);
  if (folded === wanted.noun) return true;
  if (folded !== 'code') return false;
  // A code that does not say what it is of may be of any of these; one that says so is of that alone.
  return metadata.kind === undefined ? CODE_NOUNS.has(wanted.noun) : metadata.kind === wanted.noun;
}

const CODE_NOUNS = new Set(['order', 'ticket', 'invoice', 'booking', 'shipment']);

function best(fitting: readonly Candidate[], { certainty }: Pointer, setting: Setting): Antecedent | undefined {
  const isOfOrders = OF_ORDERS.test(setting.text);
  const rank = (candidate: Candidate) => sourceRank(candidate) + (isCode(candidate) === isOfOrders ? 0 : HALF_RANK);
  const ranked = fitting
    .map((candidate) => ({ candidate, recency: recencyOf(candidate, setting), rank: rank(candidate) }))
    .sort((a, b) => b.recency - a.recency || a.rank - b.rank);
  const [first] = ranked;
  if (!first) return undefined;
  const { candidate, recency } = first;
  const rivals = ranked.filter(
    (other) => other.recency === recency && other.rank === first.rank && isTogether(other.candidate, candidate),
  );
  const doubt = rivals.length > 1 ? AMBIGUOUS : 1;
  return {
    name: candidate.value,
    id: candidate.id,
    type: candidate.type,
    confidence: rounded(certainty * candidate.confidence * recency * doubt),
  };
}

/** "Do they ...?" after two things of one kind were named together. */
function severalOf({ certainty }: Pointer, fitting: readonly Candidate[], setting: Setting): Antecedent | undefined {
  const [latest] = fitting;
  if (!latest) return undefined;
  const group = groupOf(latest, fitting);
  if (group.length < 2) return undefined;
  return {
    name: group.map(({ value }) => value).join(` ${setting.and} `),
    id: null,
    type: latest.type,
    confidence: rounded(certainty * 0.9 * recencyOf(latest, setting)),
  };
}

function ordinalOf({ certainty, ordinal = 1 }: Pointer, fitting: readonly Candidate[], setting: Setting) {
  for (const latest of fitting) {
    const group = groupOf(latest, fitting);
    if (group.length < 2) continue;
    const meant = group.at(ordinal > 0 ? ordinal - 1 : ordinal);
    if (!meant) return undefined;
    const confidence = rounded(certainty * meant.confidence * recencyOf(latest, setting));
    return { name: meant.value, id: meant.id, type: meant.type, confidence };
  }
  return undefined;
}

/** What was named of its type in the same message, in the order of the message. */
function groupOf(latest: Candidate, fitting: readonly Candidate[]): Candidate[] {
  return fitting.filter((other) => other.type === latest.type && isTogether(other, latest)).reverse();
}

function isTogether(a: Candidate, b: Candidate): boolean {
  return Math.abs(a.mentionedAt.getTime() - b.mentionedAt.getTime()) < SAME_MESSAGE_MS;
}

function recencyOf(candidate: Candidate, { history, at }: Setting): number {
  const turns = turnsSince(candidate, history);
  if (turns !== undefined) return BY_TURNS[turns] ?? LONG_AGO;
  const ageMs = at.getTime() - candidate.mentionedAt.getTime();
  if (ageMs > 24 * HOUR_MS) return LONG_AGO;
  // What was named in a conversation that has gone on since is less likely meant than what a caller has just given.
  const isLeft = history.length > 0 && candidate.source !== 'given';
  return ageMs > HOUR_MS || isLeft ? WITHIN_DAY : WITHIN_HOUR;
}

/** 0: since the user's last message. Undefined: not in this conversation, as far as it is known. */
function turnsSince({ value, metadata }: Candidate, history: readonly HistoryLine[]): number | undefined {
  const keys = [value, ...(typeof metadata.said === 'string' ? [metadata.said] : [])].map(recordKey);
  let turns = 0;
  for (const { role, text } of history.toReversed()) {
    const line = foldText(text);
    if (keys.some((key) => line.includes(key))) return turns;
    if (role === 'user') turns += 1;
  }
  return undefined;
}

function isCode({ type }: Candidate): boolean {
  return recordKey(type) === 'code';
}

function sourceRank({ source }: Candidate): number {
  return source === 'replied' ? 1 : 0;
}

/** By what was said when it was named, or else by its name. */
function isPlural({ type, value, metadata }: Candidate): boolean {
  if (metadata.number === 'plural' || metadata.number === 'singular') return metadata.number === 'plural';
  return type !== 'code' && looksPlural(value);
}

export function looksPlural(name: string): boolean {
  const [last = ''] = /\p{L}+$/u.exec(name) ?? [];
  return last.length > 3 && /[^suiı]s$/u.test(last.toLowerCase());
}

function rounded(confidence: number): number {
  return Math.round(Math.min(1, confidence) * 100) / 100;
}

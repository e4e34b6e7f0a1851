/**
 * Attached texts as a knowledge base of one turn: cut into passages as documents are, found by the words of the question, and then
 * judged sentence by sentence like all passages. There is no index of a few texts that are gone after the turn; all
 * their passages are looked at.
 */
import { setImmediate as otherEvents } from 'node:timers/promises';

import { passagesOf } from '#domain/documents';
import {
  analyzeQuery,
  backgroundRate,
  DEFAULT_CHUNKING,
  type FoundPassage,
  inverseFrequency,
  type KnowledgeBase,
} from '#domain/knowledge';
import { analyzerFor, detectLanguage, type LanguageCode } from '#domain/language';
import { probabilityOf } from '../evidence/unit-score';
import type { ReplyRequest } from '../replies.types';
import { type AttachedText, attachedTexts } from './attached';

/** Of the passages of all attachments together; a question is answered from the beginning of a longer text. */
const maxPassages = 200;
const maxTextChars = 200_000;
/** Read without giving way: a few milliseconds. */
const passagesAtATime = 5;
const maxFound = 10;
/** Calibrated relevance that a passage needs: who attaches a text asks about it, so that less is enough than of a whole base. */
const relevanceThreshold = 0.5;
/**
 * From the share of the question's worth that a passage says to log odds that it answers: none of it is next to impossible,
 * half of it is as likely as not. What its sentences say decides afterwards.
 */
const oddsWithoutWords = -4;
const oddsOfAllWords = 8;
/** Imaginary passages of ordinary text, because a handful is too few to count words in. */
const priorPassages = 20;

export interface AttachedBase {
  base: KnowledgeBase;
  /** Best first. */
  find(query: string): FoundPassage[];
}

type AttachedPassage = Omit<FoundPassage, 'score' | 'language'> & {
  language: LanguageCode;
  terms: ReadonlySet<number>;
};

/** Undefined when no text is attached. Gives way to others between passages, because a long text takes a while to read. */
export async function attachedBaseOf({ teamId, botId, attachments }: ReplyRequest): Promise<AttachedBase | undefined> {
  const texts = attachedTexts(attachments);
  if (texts.length === 0) return undefined;
  const base = baseOf(teamId, botId);
  const passages: AttachedPassage[] = [];
  for (const passage of texts.flatMap((text) => cut(text, base.id)).slice(0, maxPassages)) {
    passages.push({ ...passage, terms: termsOf(passage) });
    if (passages.length % passagesAtATime === 0) await otherEvents();
  }
  return { base, find: (query) => found(query, passages) };
}

function cut({ documentId, name, text }: AttachedText, baseId: string): Omit<AttachedPassage, 'terms'>[] {
  const readable = text.slice(0, maxTextChars).toWellFormed();
  const source = { documentId, baseId, tags: [], sourceType: 'attachment', language: detectLanguage(readable) };
  return passagesOf(name, readable).map((passage) => ({
    ...passage,
    ...source,
    id: `${documentId}:${passage.position}`,
  }));
}

function termsOf({ title, section, body, language }: Omit<AttachedPassage, 'terms'>): Set<number> {
  return new Set(analyzerFor(language).terms(`${title}\n${section ?? ''}\n${body}`));
}

function found(query: string, passages: readonly AttachedPassage[]): FoundPassage[] {
  const languages = [...new Set(passages.map(({ language }) => language))];
  const words = analyzeQuery(query, languages)
    .words.filter(({ pieces }) => pieces.length === 0)
    .map(({ alternatives }) => alternatives.map(({ term }) => term))
    .map((terms) => ({ terms, worth: worthOf(terms, passages) }));
  const total = words.reduce((sum, { worth }) => sum + worth, 0);
  if (total === 0) return [];
  return passages
    .map(({ terms, ...passage }) => {
      const held = words.filter((word) => word.terms.some((term) => terms.has(term)));
      const share = held.reduce((sum, { worth }) => sum + worth, 0) / total;
      return { ...passage, score: probabilityOf(oddsWithoutWords + oddsOfAllWords * share) };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, maxFound);
}

function worthOf(terms: readonly number[], passages: readonly AttachedPassage[]): number {
  const rate = Math.max(0, ...terms.map(backgroundRate));
  const held = passages.filter((passage) => terms.some((term) => passage.terms.has(term))).length;
  return inverseFrequency(passages.length + priorPassages, held + priorPassages * rate);
}

/** Never stored: it stands for the attachments where passages are told apart by their base. */
function baseOf(teamId: string, botId: string): KnowledgeBase {
  const nowhere = new Date(0);
  return {
    id: 'attachments',
    teamId,
    botId,
    name: '',
    description: null,
    isActive: true,
    settings: { retrievalMethod: 'keyword', relevanceThreshold, maxResults: maxFound, chunking: DEFAULT_CHUNKING },
    embeddingModelId: null,
    createdAt: nowhere,
    updatedAt: nowhere,
  };
}

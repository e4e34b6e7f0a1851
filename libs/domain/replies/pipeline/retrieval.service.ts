/**
 * Step 2: finds passages for each question in the bases. A question is tried in several readings: as it was said, together
 * with what it leans on, with its references named, and, when that finds too little, in the words of the base. What the
 * likeliest reading found is weighed by the bot's rerank model, if it has one.
 */
import { Injectable } from '@nestjs/common';
import {
  ActiveBases,
  type FoundPassage,
  type KnowledgeBase,
  type MetadataFilter,
  PassageSearch,
} from '#domain/knowledge';
import { detectLanguage } from '#domain/language';
import type { ReadyReranker } from '#domain/models';
import type { AttachedBase } from '../attachments/attached-base';
import { withoutAskingWords } from '../evidence/asking-words';
import type { Asked } from '../evidence/question-analysis';
import { carried } from '../message/follow-up';
import { inWordsOf, withAllNames } from '../message/rewording';
import { chooseReading, chooseResolved } from './choose-reading';
import type { RetrievalLimits } from './limits';
import { type Finding, fitToQuestion, type Reading, type ReadingForm, readingOf } from './reading';
import type { ReplyLog } from './reply-log';
import type { ReplyTally } from './reply-tally';
import { reranked } from './reranking';
import { type Question, resolvedQuestions } from './understanding';

/** More than are quoted: each base has its own limit, and rewording looks at further ones. */
const searchedPassages = 10;
/** Of one search over all bases, whatever the limits of a bot allow. */
const maxSearchedPassages = 1_000;
/** Documents and questions. */
const indexesOfABase = 2;
/** A reading that is as likely as this needs no other words. */
const certainEnough = 0.85;

export interface Search {
  bases: readonly KnowledgeBase[];
  limits: RetrievalLimits;
  tally: ReplyTally;
  filter?: MetadataFilter | undefined;
  reranker?: ReadyReranker | undefined;
  signal?: AbortSignal | undefined;
  /** What came along with the message is searched as well. */
  attached?: AttachedBase | undefined;
  /** The message with its references named, as soon as that is known; undefined when it has none. Never rejects. */
  resolvedText?: Promise<string | undefined>;
  /** When somebody wants to know how the reply came about. */
  log?: ReplyLog | undefined;
}

/** A question with its references named. */
type Resolved = Promise<string | undefined> | undefined;

@Injectable()
export class Retrieval {
  constructor(
    private readonly bases: ActiveBases,
    private readonly passages: PassageSearch,
  ) {}

  /** Of all these bots, each base once. */
  async activeBases(teamId: string, botIds: readonly string[]): Promise<readonly KnowledgeBase[]> {
    if (botIds.length === 1) return this.bases.of(teamId, botIds[0] as string);
    const bases = await Promise.all([...new Set(botIds)].map((botId) => this.bases.of(teamId, botId)));
    return bases.flat();
  }

  find(search: Search, questions: readonly Question[]): Promise<Finding[]> {
    if (search.bases.length === 0 && search.attached === undefined) return Promise.resolve([]);
    const resolved = search.resolvedText?.then((text) => (text ? resolvedQuestions(questions, text) : []));
    return Promise.all(
      questions.map(async (question, at) => {
        const reading = await this.read(
          search,
          question,
          resolved?.then((texts) => texts[at]),
        );
        return { question, reading };
      }),
    );
  }

  private async read(search: Search, question: Question, resolved: Resolved): Promise<Reading> {
    const reading = await this.likeliest(search, question, resolved);
    const { reranker, signal, tally } = search;
    if (reranker === undefined) return reading;
    const nodes = await reranked(reranker, { text: reading.asked.text, nodes: reading.nodes, signal }, tally);
    return { ...reading, nodes, probability: nodes[0]?.passage.score ?? 0, isReranked: true };
  }

  private async likeliest(search: Search, question: Question, resolved: Resolved): Promise<Reading> {
    const { text, earlier } = question;
    const withEarlier = earlier === undefined ? undefined : carried(text, earlier);
    const [bare, whole, named] = await Promise.all([
      this.look(search, 'bare', text, text),
      withEarlier === undefined ? undefined : this.look(search, 'carried', withEarlier, withEarlier),
      resolved?.then((other) => (other === undefined ? undefined : this.look(search, 'resolved', other, other))),
    ]);
    for (const reading of [bare, whole, named]) if (reading) search.log?.read(question, reading);
    const chosen = chooseResolved(question, chooseReading(question, bare, whole), named);
    return chosen.probability >= certainEnough ? chosen : this.reworded(search, question, chosen);
  }

  /** The better of the reading and of the same in words that the base uses; two more searches when there are such words. */
  private async reworded(search: Search, question: Question, reading: Reading): Promise<Reading> {
    const { text, words } = reading.asked;
    const language = detectLanguage(text, 'en');
    const allNames = withAllNames(words, language);
    if (allNames === undefined) return reading;
    const found = await this.search(search, text, allNames);
    const texts = found.map(({ title, body, score }) => ({ title, body, weight: score }));
    const inItsWords = inWordsOf(words, language, texts);
    if (inItsWords === undefined) return reading;
    const other = await this.look(search, 'reworded', text, inItsWords);
    search.log?.read(question, other);
    return other.probability > reading.probability ? other : reading;
  }

  private async look(search: Search, form: ReadingForm, text: string, words: string): Promise<Reading> {
    return readingOf(form, { text, words }, await this.search(search, text, words));
  }

  private async search(search: Search, text: string, words: string): Promise<FoundPassage[]> {
    const { bases, limits, attached } = search;
    const query = queryOf({ text, words });
    const found = bases.length === 0 ? [] : await this.searchBases(search, query);
    if (attached === undefined) return fitToQuestion(text, found, bases, limits);
    return fitToQuestion(text, [...found, ...attached.find(query)], [...bases, attached.base], limits);
  }

  private async searchBases({ bases, limits, filter, tally, signal, log }: Search, query: string) {
    const wanted = bases.reduce((sum, base) => sum + indexesOfABase * limits.perIndex(base), 0);
    const limit = Math.min(maxSearchedPassages, Math.max(searchedPassages, wanted));
    const baseIds = bases.map(({ id }) => id);
    const explain = log === undefined ? {} : { explain: true };
    const outcome = await this.passages.find({ baseIds, query, limit, ...(filter ? { filter } : {}), ...explain });
    signal?.throwIfAborted();
    log?.searched(query, outcome.explanation);
    tally.add(outcome);
    return outcome.passages;
  }
}

/** The words that are looked for. */
export function queryOf({ text, words }: Asked): string {
  return withoutAskingWords(words, detectLanguage(text, 'en'));
}

/**
 * Step 2: finds passages for each question in the bot's active bases. A question is tried in several readings: as it was said,
 * together with what it leans on, and, when that finds too little, in the words of the base.
 */
import { Injectable } from '@nestjs/common';
import { ActiveBases, detectLanguage, type KnowledgeBase, PassageSearch } from '#domain/knowledge';
import { withoutAskingWords } from '../evidence/asking-words';
import { carried } from '../message/follow-up';
import { inWordsOf, withAllNames } from '../message/rewording';
import { chooseReading } from './choose-reading';
import { fitToQuestion, type Reading, type ReadingForm, readingOf } from './reading';
import type { Question } from './understanding';

/** More than are quoted: each base has its own limit, and rewording looks at further ones. */
const searchedPassages = 10;
/** A reading that is as likely as this needs no other words. */
const certainEnough = 0.85;

export interface Finding {
  question: Question;
  reading: Reading;
}

@Injectable()
export class Retrieval {
  constructor(
    private readonly bases: ActiveBases,
    private readonly passages: PassageSearch,
  ) {}

  activeBases(teamId: string, botId: string): Promise<readonly KnowledgeBase[]> {
    return this.bases.of(teamId, botId);
  }

  find(bases: readonly KnowledgeBase[], questions: readonly Question[]): Promise<Finding[]> {
    if (bases.length === 0) return Promise.resolve([]);
    return Promise.all(questions.map(async (question) => ({ question, reading: await this.read(bases, question) })));
  }

  private async read(bases: readonly KnowledgeBase[], question: Question): Promise<Reading> {
    const { text, earlier } = question;
    const withEarlier = earlier === undefined ? undefined : carried(text, earlier);
    const [bare, whole] = await Promise.all([
      this.look(bases, 'bare', text, text),
      withEarlier === undefined ? undefined : this.look(bases, 'carried', withEarlier, withEarlier),
    ]);
    const chosen = chooseReading(question, bare, whole);
    return chosen.probability >= certainEnough ? chosen : this.reworded(bases, chosen);
  }

  /** The better of the reading and of the same in words that the base uses; two more searches when there are such words. */
  private async reworded(bases: readonly KnowledgeBase[], reading: Reading): Promise<Reading> {
    const { text, words } = reading.asked;
    const language = detectLanguage(text, 'en');
    const allNames = withAllNames(words, language);
    if (allNames === undefined) return reading;
    const found = await this.search(bases, text, allNames);
    const texts = found.map(({ title, body, score }) => ({ title, body, weight: score }));
    const inItsWords = inWordsOf(words, language, texts);
    if (inItsWords === undefined) return reading;
    const other = await this.look(bases, 'reworded', text, inItsWords);
    return other.probability > reading.probability ? other : reading;
  }

  private async look(
    bases: readonly KnowledgeBase[],
    form: ReadingForm,
    text: string,
    words: string,
  ): Promise<Reading> {
    return readingOf(form, { text, words }, await this.search(bases, text, words));
  }

  private async search(bases: readonly KnowledgeBase[], text: string, words: string) {
    const query = withoutAskingWords(words, detectLanguage(text, 'en'));
    const found = await this.passages.search({ baseIds: bases.map(({ id }) => id), query, limit: searchedPassages });
    return fitToQuestion(text, found, bases);
  }
}

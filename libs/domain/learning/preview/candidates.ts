/** Finds, of the items to be tried out, those that a question could have to do with, so that the others need not be read. */
import { analyzerFor, detectLanguage } from '#domain/language';
import type { ReplyAttachment } from '#domain/replies';
import type { LearningItem } from '../learning.types';

/** Tried out with one question: as many as a search would bring. */
const MAX_CANDIDATES = 10;

interface Candidate {
  attachment: ReplyAttachment;
  terms: ReadonlySet<number>;
}

export interface PreviewText {
  item: LearningItem;
  title: string;
  content: string;
}

export class Candidates {
  private readonly all: readonly Candidate[];

  constructor(texts: readonly PreviewText[]) {
    this.all = texts.map(({ item, title, content }) => ({
      attachment: { id: item.id, name: title, text: content },
      terms: termsOf(`${title}\n${content}`),
    }));
  }

  /** Those with most of the question's words first. */
  for(question: string): ReplyAttachment[] {
    const asked = termsOf(question);
    return this.all
      .map(({ attachment, terms }) => ({ attachment, shared: [...asked].filter((term) => terms.has(term)).length }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, MAX_CANDIDATES)
      .map(({ attachment }) => attachment);
  }
}

/** In its own language and in none: a question of two words is easily taken for another language. */
function termsOf(text: string): Set<number> {
  return new Set([...analyzerFor(detectLanguage(text, 'en')).terms(text), ...analyzerFor('simple').terms(text)]);
}

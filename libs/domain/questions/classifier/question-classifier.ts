/** A trained classifier of a base's questions: reads a text in a fraction of a millisecond, keeps nothing of it. */
import type { LanguageCode } from '#domain/language';
import type { ClassifierParts } from './classifier-parts';
import { similarWeight } from './feature-table';
import { addPostings, postingBytes } from './postings';
import { featureKinds, featuresOf, phrasingHash, similarWords } from './question-features';

/** What tells that a text asks a question; about 0 to 1 each, `margin` about -1 to 1. */
export interface QuestionSigns {
  /** Cosine to the phrasing that is most like it. */
  nearest: number;
  /** Cosine to the middle of its phrasings. */
  middle: number;
  /** Of its machine. */
  margin: number;
  /** Of what the text's words are worth, the share that the answer says. */
  inAnswer: number;
}

interface Reading {
  /** Of the text with all rows. */
  products: Float32Array;
  /** By question: the worth of the text's words that its answer says. */
  inAnswers: Float32Array;
  /** Worth of all words of the text. */
  total: number;
}

/** More of a text says nothing more of what is asked. */
const MAX_TEXT_CHARS = 1_000;
/** Languages in which a text is read: those of most questions. */
const MAX_LANGUAGES = 3;

export class QuestionClassifier {
  private readonly places: ReadonlyMap<string, number>;
  private readonly languages: readonly LanguageCode[];

  constructor(private readonly parts: ClassifierParts) {
    this.places = new Map(parts.ids.map((id, at) => [id, at]));
    const counts = [...Map.groupBy(parts.languages, (language) => language)];
    const usualFirst = counts.sort(([, one], [, other]) => other.length - one.length);
    this.languages = usualFirst.slice(0, MAX_LANGUAGES).map(([language]) => language);
  }

  /** Questions that it has learned. */
  get size(): number {
    return this.parts.ids.length;
  }

  /** What it holds in memory, about. */
  get byteLength(): number {
    const { ids, phrasings, table, postings, machines, answerTable, answers } = this.parts;
    const held = [phrasings, machines.rows, machines.weights].reduce((sum, { byteLength }) => sum + byteLength, 0);
    return (
      held +
      150 * ids.length +
      table.byteLength +
      answerTable.byteLength +
      postingBytes(postings) +
      postingBytes(answers)
    );
  }

  /** Whether it has learned the question with this phrasing. */
  knows(questionId: string, phrasing: string): boolean {
    const place = this.places.get(questionId);
    if (place === undefined || !this.languages.includes(this.parts.languages[place]!)) return false;
    const { rowStarts, phrasings } = this.parts;
    return phrasings.subarray(rowStarts[place], rowStarts[place + 1]).includes(phrasingHash(phrasing));
  }

  /** Of the questions that it knows. */
  read(text: string, questionIds: readonly string[]): Map<string, QuestionSigns> {
    const asked = text.slice(0, MAX_TEXT_CHARS);
    const readings = new Map<LanguageCode, Reading>();
    const signs = new Map<string, QuestionSigns>();
    for (const id of questionIds) {
      const place = this.places.get(id);
      if (place === undefined) continue;
      const language = this.parts.languages[place]!;
      if (!this.languages.includes(language)) continue;
      const reading = readings.get(language) ?? this.readIn(asked, language);
      readings.set(language, reading);
      signs.set(id, this.signsOf(place, reading));
    }
    return signs;
  }

  /** The products of the text with all rows, and what answers say of its words. */
  private readIn(text: string, language: LanguageCode): Reading {
    const { table, postings, phrasings, answerTable, answers, ids } = this.parts;
    const features = featuresOf(text, language);
    const similar = similarWords(text, language);
    const products = new Float32Array(phrasings.length);
    const vector = table.vectorOf(features, similar);
    vector.ids.forEach((id, at) => {
      addPostings(postings, id, vector.values[at]!, products);
    });
    const inAnswers = new Float32Array(ids.length);
    let total = 0;
    const count = (hash: number, worth: number) => {
      const id = answerTable.idOf(hash);
      if (id >= 0) addPostings(answers, id, worth, inAnswers);
    };
    for (const { hash, kind, rate } of features) {
      if (kind !== featureKinds.word) continue;
      const worth = answerTable.worth(hash, rate);
      total += worth;
      count(hash, worth);
    }
    for (const word of similar) count(word.hash, similarWeight(word) * answerTable.worth(word.hash, word.rate));
    return { products, inAnswers, total: total || 1 };
  }

  private signsOf(place: number, { products, inAnswers, total }: Reading): QuestionSigns {
    const { rowStarts, lengths, machines } = this.parts;
    let nearest = 0;
    let sum = 0;
    for (let row = rowStarts[place]!; row < rowStarts[place + 1]!; row++) {
      nearest = Math.max(nearest, products[row]!);
      sum += products[row]!;
    }
    let margin = machines.biases[place]!;
    for (let at = machines.starts[place]!; at < machines.starts[place + 1]!; at++) {
      margin += machines.weights[at]! * products[machines.rows[at]!]!;
    }
    return { nearest, middle: sum / lengths[place]!, margin, inAnswer: inAnswers[place]! / total };
  }
}

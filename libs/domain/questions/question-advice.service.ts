/**
 * Tells searches what classifiers know of the questions among what was found. A process holds the classifiers of bases that
 * it searches; what it knows of their state is forgotten by notices, and after half a minute. Of a question whose words
 * have changed since its base was learned, and of bases with few questions, nothing is said: their words speak alone.
 */
import { Injectable, Logger } from '@nestjs/common';
import { type JudgedPassage, type PassageAdviser, type PassageJudge, PassageSearch } from '#domain/knowledge';
import { LookupCache } from '#infra/caching';
import { Notices } from '#infra/notices';
import { Clock, SECOND_MS } from '#kernel';
import { readClassifier } from './classifier/classifier-artefact';
import { QuestionClassifier } from './classifier/question-classifier';
import { type JudgedQuestion, questionProbabilities } from './classifier/question-probability';
import { type ClassifierState, ClassifiersQueries } from './classifiers.queries';
import { LoadedClassifiers } from './loaded-classifiers';
import { QUESTION_SOURCE } from './question-passages';
import { questionsTaught } from './questions.notices';

const LIMITS = { ttlMs: 30 * SECOND_MS, maxFound: 2_000, maxMissing: 10_000 };
/** In smaller bases a lead over the others says little, and the words find the right one. */
const LEAST_QUESTIONS = 8;

interface Learned {
  classifier: QuestionClassifier;
  changed: ReadonlySet<string>;
}

@Injectable()
export class QuestionAdvice implements PassageAdviser {
  readonly sourceType = QUESTION_SOURCE;
  private readonly logger = new Logger(QuestionAdvice.name);
  private readonly states: LookupCache<ClassifierState>;
  private readonly loaded = new LoadedClassifiers();

  constructor(
    private readonly queries: ClassifiersQueries,
    search: PassageSearch,
    notices: Notices,
    clock: Clock,
  ) {
    this.states = new LookupCache(clock, LIMITS);
    notices.on(questionsTaught, ({ baseId }) => this.states.forgetKey(baseId));
    notices.onGap(() => this.states.clear());
    search.advisedBy(this);
  }

  async judgeOf(baseIds: readonly string[]): Promise<PassageJudge | undefined> {
    const learned = new Map<string, Learned>();
    for (const baseId of baseIds) {
      const one = await this.learnedOf(baseId);
      if (one) learned.set(baseId, one);
    }
    return learned.size === 0 ? undefined : (query, passages) => judged(learned, query, passages);
  }

  private async learnedOf(baseId: string): Promise<Learned | undefined> {
    try {
      const state = await this.states.get(baseId, () => this.queries.state(baseId));
      if (!state) return undefined;
      const { trainedVersion, changed } = state;
      const classifier = await this.loaded.get(baseId, trainedVersion, () => this.load(baseId, trainedVersion));
      // Another version was trained meanwhile.
      if (!classifier) this.states.forgetKey(baseId);
      return classifier && classifier.size >= LEAST_QUESTIONS ? { classifier, changed: new Set(changed) } : undefined;
    } catch (error) {
      this.logger.warn({ message: 'The classifier of a base cannot be read; words speak alone.', baseId, err: error });
      return undefined;
    }
  }

  private async load(baseId: string, version: string): Promise<QuestionClassifier | undefined> {
    const artefact = await this.queries.artefact(baseId, version);
    return artefact && new QuestionClassifier(readClassifier(new Uint8Array(artefact)));
  }
}

interface FoundQuestion extends JudgedQuestion {
  passages: readonly JudgedPassage[];
}

/** The passage that fits best gets its question's probability; no other of its phrasings gets more than its words give it. */
function judged(learned: ReadonlyMap<string, Learned>, query: string, passages: readonly JudgedPassage[]) {
  const questions = [...Map.groupBy(passages, ({ baseId }) => baseId)].flatMap(([baseId, ofBase]) => {
    const base = learned.get(baseId);
    return base ? foundQuestions(base, query, ofBase) : [];
  });
  const probabilities = questionProbabilities(questions);
  const byPassage = new Map<JudgedPassage, number>();
  questions.forEach(({ passages: ofQuestion, byWords }, at) => {
    const probability = probabilities[at]!;
    const best = ofQuestion.find((passage) => passage.probability === byWords);
    for (const passage of ofQuestion) {
      byPassage.set(passage, passage === best ? probability : Math.min(passage.probability, probability));
    }
  });
  return passages.map((passage) => byPassage.get(passage));
}

/** Those that are learned as they stand. */
function foundQuestions({ classifier, changed }: Learned, query: string, passages: readonly JudgedPassage[]) {
  const byQuestion = [...Map.groupBy(passages, ({ documentId }) => documentId)].filter(
    ([id, ofQuestion]) => !changed.has(id) && ofQuestion.every(({ title }) => classifier.knows(id, title)),
  );
  const signs = classifier.read(
    query,
    byQuestion.map(([id]) => id),
  );
  return byQuestion.flatMap(([id, ofQuestion]): FoundQuestion[] => {
    const ofClassifier = signs.get(id);
    if (!ofClassifier) return [];
    const byWords = Math.max(...ofQuestion.map(({ probability }) => probability));
    return [{ signs: ofClassifier, byWords, answer: ofQuestion[0]?.body ?? '', passages: ofQuestion }];
  });
}

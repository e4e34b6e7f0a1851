/** Takes down how a reply comes about, when somebody has asked for it; else there is none, and nothing is taken down. */
import type { KnowledgeBase, SearchExplanation } from '#domain/knowledge';
import { explainedEvidence } from '../evidence/calibration';
import type {
  DecisionExplanation,
  JudgedPassage,
  QuestionExplanation,
  ReplyExplanation,
  ThresholdsExplanation,
} from '../explanation.types';
import type { Reply, ReplyConfiguration } from '../replies.types';
import type { AnsweredQuestion, Decision } from './decision';
import type { RetrievalLimits } from './limits';
import type { Node } from './nodes';
import type { Finding, Reading } from './reading';
import type { Question, Understanding } from './understanding';

interface Decided {
  understanding: Understanding;
  findings: readonly Finding[];
  decision: Decision;
  bases: readonly KnowledgeBase[];
  limits: RetrievalLimits;
}

export class ReplyLog {
  private readonly readings = new Map<Question, Reading[]>();
  private readonly searches = new Map<string, SearchExplanation>();
  private decided: Decided | undefined;

  searched(query: string, explanation: SearchExplanation | undefined): void {
    if (explanation) this.searches.set(query, explanation);
  }

  read(question: Question, reading: Reading): void {
    this.readings.set(question, [...(this.readings.get(question) ?? []), reading]);
  }

  decide(decided: Decided): void {
    this.decided = decided;
  }

  explain(reply: Reply, configuration: ReplyConfiguration, queryOf: (reading: Reading) => string): ReplyExplanation {
    const { understanding, findings = [], decision } = this.decided ?? {};
    const answered = decision?.kind === 'grounded' ? decision.answered : [];
    return {
      understanding: {
        language: understanding?.language ?? '',
        ...(understanding?.smallTalk ? { smallTalk: understanding.smallTalk } : {}),
        ...(reply.context?.resolvedText ? { resolvedText: reply.context.resolvedText } : {}),
      },
      questions: findings.map((finding) => this.explainQuestion(finding, answered, queryOf)),
      thresholds: this.thresholds(configuration),
      decision: decisionOf(reply, findings, decision),
    };
  }

  private explainQuestion(
    { question, reading }: Finding,
    answered: readonly AnsweredQuestion[],
    queryOf: (reading: Reading) => string,
  ): QuestionExplanation {
    const { text, leaning, earlier } = question;
    const tried = this.readings.get(question) ?? [];
    return {
      text,
      leaning,
      ...(earlier === undefined ? {} : { earlier }),
      readings: tried.map((one) => {
        const search = this.searches.get(queryOf(one));
        const { form, asked, probability } = one;
        const isChosen = form === reading.form && asked.words === reading.asked.words;
        return { form, words: asked.words, probability, isChosen, ...(search ? { search } : {}) };
      }),
      passages: this.judged(
        reading,
        answered.find((one) => one.text === reading.asked.text && one.words === reading.asked.words),
      ),
      evidence: explainedEvidence(reading.assessment),
    };
  }

  private judged(reading: Reading, answered: AnsweredQuestion | undefined): JudgedPassage[] {
    const told = new Set(answered?.passages.map(({ id }) => id));
    const judged = reading.nodes.map((node) => {
      const isTold = told.has(node.passage.id);
      return { ...judgedPassage(node, reading), ...(isTold ? {} : this.reasonAgainst(node, answered)) };
    });
    return [...judged.filter(({ leftOut }) => !leftOut), ...judged.filter(({ leftOut }) => leftOut)];
  }

  private reasonAgainst(
    { passage, retrieved }: Node,
    answered: AnsweredQuestion | undefined,
  ): Pick<JudgedPassage, 'leftOut' | 'sameAs'> {
    const { limits, bases = [] } = this.decided ?? {};
    const base = bases.find(({ id }) => id === passage.baseId);
    if (limits && Math.max(retrieved, passage.score) < limits.minRetrieved) return { leftOut: 'not_retrieved' };
    if (limits && base && passage.score < limits.minKept(base)) return { leftOut: 'below_threshold' };
    const sameAs = answered?.sameAs.get(passage.id);
    if (sameAs !== undefined) return { leftOut: 'same_as', sameAs };
    if (answered?.isAnsweredByQuestion) return { leftOut: 'question_goes_first' };
    return { leftOut: answered && answered.passages.length > 0 ? 'beyond_limit' : 'best_refused' };
  }

  private thresholds({ confidenceThreshold = 0 }: ReplyConfiguration): ThresholdsExplanation {
    const { limits, bases = [] } = this.decided ?? {};
    return {
      minRetrieved: limits?.minRetrieved ?? 0,
      minScore: bases.map((base) => ({ knowledgeBaseId: base.id, minScore: limits?.minKept(base) ?? 0 })),
      limit: limits && Number.isFinite(limits.kept) ? limits.kept : null,
      minConfidence: confidenceThreshold,
    };
  }
}

function judgedPassage({ passage, isQuestion, retrieved }: Node, reading: Reading): JudgedPassage {
  const { id, documentId, title, vectorProbability, score } = passage;
  const sentence = reading.assessment.passages.find((one) => one.passage.id === id)?.best?.unit.text;
  return {
    ...{ passageId: id, documentId, title, kind: isQuestion ? 'question' : 'passage', retrieved, score },
    ...(vectorProbability === undefined ? {} : { vectorProbability }),
    judgedBy: reading.isReranked ? 'reranker' : isQuestion ? 'phrasings' : 'sentences',
    ...(sentence === undefined ? {} : { sentence }),
  };
}

function decisionOf(reply: Reply, findings: readonly Finding[], decision: Decision | undefined): DecisionExplanation {
  const isGrounded = decision?.kind === 'grounded';
  return {
    kind: kindOf(reply, decision),
    model: reply.model,
    answered: isGrounded ? decision.answered.map(({ text }) => text) : [],
    unanswered: isGrounded ? decision.unanswered : findings.map(({ question }) => question.text),
    confidence: reply.confidence,
    probabilities: findings.map(({ reading }) => reading.probability),
  };
}

function kindOf(reply: Reply, decision: Decision | undefined): DecisionExplanation['kind'] {
  if (reply.integration) return 'integration';
  if (reply.intent?.isAnswer) return 'intent';
  if (reply.isSmallTalk) return 'small_talk';
  if (reply.grounded) return 'grounded';
  return decision === undefined ? 'free' : 'refused';
}

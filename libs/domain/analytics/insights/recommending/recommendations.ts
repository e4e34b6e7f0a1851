/** What would mend what was found, what mends most first. */
import type { ActiveModel } from '#domain/training';
import type { BadlyRatedCluster } from '../findings/bad-ratings';
import { counted } from '../findings/finding';
import type { UnsureIntent } from '../findings/intent-trouble';
import type { UnansweredCluster } from '../findings/unanswered';
import type { BotBase, KnownDocument } from '../insights.queries';
import type { Recommendation, SuggestedAction } from '../insights.types';
import {
  addAnswer,
  addExamples,
  addItem,
  addOutOfScopeExamples,
  baseForAnswers,
  deleteDocument,
  generateLearning,
  setBaseThreshold,
  setBotThreshold,
  startTraining,
} from './actions';
import type { NearMisses } from './near-misses';

export interface Findings {
  botId: string;
  bases: readonly BotBase[];
  unanswered: readonly UnansweredCluster[];
  nearMisses: NearMisses | undefined;
  badlyRated: readonly BadlyRatedCluster[];
  model: ActiveModel | undefined;
  unsure: readonly UnsureIntent[];
  unused: readonly KnownDocument[];
}

/** Of one kind. What comes later mends little. */
const MAX_ANSWERS = 10;
const MAX_BAD = 5;
const MAX_INTENTS = 5;
const MAX_CONFUSIONS = 3;
const MAX_UNUSED = 3;
/** What was asked once may never be asked again. */
const leastRepeats = 2;
/** From which on learning makes items of them. */
const leastFailures = 3;

export function recommendationsOf(findings: Findings): Recommendation[] {
  const made = [
    ...missingAnswers(findings),
    ...learning(findings),
    ...threshold(findings),
    ...wrongAnswers(findings),
    ...unsureIntents(findings),
    ...confusedIntents(findings),
    ...unusedDocuments(findings),
  ];
  return made
    .map((one, at) => ({ one, at }))
    .sort((a, b) => b.one.turns - a.one.turns || a.at - b.at)
    .map(({ one }) => one);
}

function* missingAnswers({ botId, bases, unanswered }: Findings): Generator<Recommendation> {
  const base = baseForAnswers(bases);
  const missing = unanswered.filter(({ count, isAnsweredNow }) => count >= leastRepeats && isAnsweredNow !== true);
  for (const cluster of missing.slice(0, MAX_ANSWERS)) {
    const { id, question, count, users, examples, lastAskedAt } = cluster;
    yield {
      id: `answer:${id}`,
      title: `Answer "${question}"`,
      text: `${counted(count, 'message')} of ${counted(users, 'user')} asked this, and the knowledge holds no answer.`,
      turns: count,
      action: addAnswer(botId, base, examples),
      alternatives: base === undefined ? [] : [addItem(base, question)],
      evidence: { question, count, users, examples, lastAskedAt: lastAskedAt.toISOString() },
    };
  }
}

function* learning({ botId, unanswered, badlyRated }: Findings): Generator<Recommendation> {
  const repeated = unanswered.filter(({ count, isAnsweredNow }) => count >= leastFailures && isAnsweredNow !== true);
  const [failures, ratings] = [sum(repeated), sum(badlyRated)];
  if (failures + ratings === 0) return;
  yield {
    id: 'learn',
    title: 'Have learning items made',
    text: `They collect ${counted(failures, 'message')} that failed repeatedly and ${counted(ratings, 'answer')} that ${ratings === 1 ? 'was' : 'were'} rated badly, for you to approve and apply at once.`,
    turns: failures + ratings,
    action: generateLearning(botId),
    alternatives: [],
    evidence: { repeatedQuestions: repeated.length, failedMessages: failures, badlyRatedAnswers: ratings },
  };
}

function* threshold({ botId, bases, nearMisses }: Findings): Generator<Recommendation> {
  if (nearMisses === undefined) return;
  const { turns, threshold: lower, current, isOfBot, examples } = nearMisses;
  const [first, ...others] = bases.filter(({ isActive, relevanceThreshold }) => isActive && relevanceThreshold > lower);
  const actions: SuggestedAction[] =
    isOfBot || first === undefined
      ? [setBotThreshold(botId, lower)]
      : [first, ...others].map((base) => setBaseThreshold(base, lower));
  yield {
    id: 'threshold',
    title: `Lower the relevance threshold from ${current} to ${lower}`,
    text: `${counted(turns, 'message')} without an answer would get one. See by the examples whether it is the right one.`,
    turns,
    action: actions[0] as SuggestedAction,
    alternatives: actions.slice(1),
    evidence: { threshold: current, suggested: lower, messages: turns, examples },
  };
}

function* wrongAnswers({ botId, bases, badlyRated }: Findings): Generator<Recommendation> {
  const base = baseForAnswers(bases);
  for (const { id, question, count, examples, asked } of badlyRated.slice(0, MAX_BAD)) {
    const sources = new Map(asked.flatMap(({ rated }) => rated.sources.map((source) => [source.documentId, source])));
    yield {
      id: `correct:${id}`,
      title: `Correct the answer to "${question}"`,
      text: `${counted(count, 'answer')} to it ${count === 1 ? 'was' : 'were'} rated badly. A written answer goes before what documents say.`,
      turns: count,
      action: addAnswer(botId, base, examples),
      alternatives: [],
      evidence: {
        question,
        count,
        examples,
        answer: asked[0]?.rated.answer ?? null,
        comments: asked.flatMap(({ rated }) => rated.comment ?? []).slice(0, 5),
        sources: [...sources.values()],
      },
    };
  }
}

function* unsureIntents({ botId, model, unsure }: Findings): Generator<Recommendation> {
  const datasetId = model?.datasetIds[0];
  if (datasetId === undefined) return;
  for (const { intent, turns, unsure: count, meanConfidence, examples } of unsure.slice(0, MAX_INTENTS)) {
    yield {
      id: `examples:${intent}`,
      title: `Add examples of "${intent}"`,
      text: `${counted(count, 'message')} of ${turns} that were read as this intent were read without being sure. Keep only texts that mean it.`,
      turns: count,
      action: addExamples(datasetId, intent, examples),
      alternatives: [addOutOfScopeExamples(datasetId, examples), startTraining(botId, datasetId)],
      evidence: { intent, turns, unsure: count, meanConfidence, examples, datasetId },
    };
  }
}

function* confusedIntents({ botId, model, unsure }: Findings): Generator<Recommendation> {
  const datasetId = model?.datasetIds[0];
  if (model === undefined || datasetId === undefined) return;
  const unsureOf = new Map(unsure.map((one) => [one.intent, one.unsure]));
  for (const { intent, predicted, count, texts } of model.report.confusions.slice(0, MAX_CONFUSIONS)) {
    yield {
      id: `confusion:${intent}:${predicted}`,
      title: `Tell "${intent}" from "${predicted}"`,
      text: `In training, ${counted(count, 'example')} of the first ${count === 1 ? 'was' : 'were'} taken for the second. More examples of it, in other words, part them; or move those that stand in the wrong one.`,
      turns: (unsureOf.get(intent) ?? 0) + (unsureOf.get(predicted) ?? 0),
      action: addExamples(datasetId, intent, []),
      alternatives: [addExamples(datasetId, predicted, []), startTraining(botId, datasetId)],
      evidence: { intent, predicted, count, texts, modelVersion: model.version, datasetId },
    };
  }
}

function* unusedDocuments({ botId, unused }: Findings): Generator<Recommendation> {
  for (const document of unused.slice(0, MAX_UNUSED)) {
    const action = deleteDocument(botId, document);
    if (action === undefined) continue;
    const { id, baseId: knowledgeBaseId, title, passageCount, bytes, createdAt } = document;
    yield {
      id: `unused:${id}`,
      title: `See whether "${title}" is still needed`,
      text: 'No reply of this period names it. Delete it if nobody should be told what it says.',
      turns: 0,
      action,
      alternatives: [],
      evidence: { documentId: id, knowledgeBaseId, title, passageCount, bytes, createdAt: createdAt.toISOString() },
    };
  }
}

function sum(clusters: readonly { count: number }[]): number {
  return clusters.reduce((total, { count }) => total + count, 0);
}

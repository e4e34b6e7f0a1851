/** Requests to the main API that mend something, ready to be sent but for what only a person knows. */
import { OUT_OF_SCOPE } from '#domain/training';
import type { BotBase } from '../insights.queries';
import type { SuggestedAction } from '../insights.types';

const api = '/api/v1';
/** Titles of items. */
const MAX_TITLE = 500;

/** The base that takes new answers: the bot's own, else its oldest active one, else its oldest. */
export function baseForAnswers(bases: readonly BotBase[]): BotBase | undefined {
  const active = bases.filter(({ isActive }) => isActive);
  return active.find(({ isOwn }) => isOwn) ?? active[0] ?? bases[0];
}

/** An answer to all the ways in which it was asked. */
export function addAnswer(botId: string, base: BotBase | undefined, phrasings: readonly string[]): SuggestedAction {
  if (base === undefined) return addBase(botId, phrasings[0] ?? '');
  return {
    title: `Write the answer into "${base.name}"`,
    method: 'POST',
    path: `${api}/knowledge-bases/${base.id}/questions`,
    body: { phrasings, answer: '', llmReply: false },
    fill: ['answer'],
  };
}

export function addItem(base: BotBase, title: string): SuggestedAction {
  return {
    title: `Add an item to "${base.name}"`,
    method: 'POST',
    path: `${api}/knowledge-bases/${base.id}/items`,
    body: { title: title.slice(0, MAX_TITLE).toWellFormed(), content: '' },
    fill: ['content'],
  };
}

function addBase(botId: string, title: string): SuggestedAction {
  return {
    title: 'Make a knowledge base with the answer',
    method: 'POST',
    path: `${api}/chatbots/${botId}/knowledge-bases`,
    body: { name: 'Answers', items: [{ title: title.slice(0, MAX_TITLE).toWellFormed(), content: '' }] },
    fill: ['items.0.content'],
  };
}

export function generateLearning(botId: string): SuggestedAction {
  const path = `${api}/chatbots/${botId}/learning/generate`;
  return { title: 'Make learning items', method: 'POST', path, fill: [] };
}

/** @param texts that mean the intent; without any, they have to be thought of */
export function addExamples(datasetId: string, intent: string, texts: readonly string[]): SuggestedAction {
  const inputs = texts.length === 0 ? [''] : texts;
  return {
    title: `Add examples of "${intent}"`,
    method: 'POST',
    path: `${api}/training/datasets/${datasetId}/examples`,
    body: { examples: inputs.map((input) => ({ input, output: intent, intent })) },
    fill: texts.length === 0 ? ['examples.0.input'] : [],
  };
}

/** The same texts, as meaning nothing that the bot knows. */
export function addOutOfScopeExamples(datasetId: string, texts: readonly string[]): SuggestedAction {
  return { ...addExamples(datasetId, OUT_OF_SCOPE, texts), title: 'Add them as out of scope' };
}

export function startTraining(botId: string, datasetId: string): SuggestedAction {
  const path = `${api}/chatbots/${botId}/training/sessions`;
  return { title: 'Train anew', method: 'POST', path, body: { datasetId }, fill: [] };
}

export function setBaseThreshold(base: BotBase, relevanceThreshold: number): SuggestedAction {
  return {
    title: `Lower the threshold of "${base.name}" to ${relevanceThreshold}`,
    method: 'PUT',
    path: `${api}/knowledge-bases/${base.id}`,
    body: { settings: { relevanceThreshold } },
    fill: [],
  };
}

export function setBotThreshold(botId: string, minN: number): SuggestedAction {
  return {
    title: `Lower the chatbot's own threshold to ${minN}`,
    method: 'PUT',
    path: `${api}/chatbots/${botId}`,
    body: { configuration: { minN } },
    fill: [],
  };
}

/** Undefined for nodes, which have no endpoint here. */
export function deleteDocument(
  botId: string,
  { id, baseId, kind }: { id: string; baseId: string; kind: string },
): SuggestedAction | undefined {
  if (kind === 'nodes') return undefined;
  const place = kind === 'item' ? `knowledge-bases/${baseId}/items` : `chatbots/${botId}/documents`;
  return { title: 'Delete it', method: 'DELETE', path: `${api}/${place}/${id}`, fill: [] };
}

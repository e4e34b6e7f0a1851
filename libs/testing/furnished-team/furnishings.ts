import { randomBytes } from 'node:crypto';
import { prefixedId } from '#kernel';
import type { FurnishedTeam, Things } from './furnished-team.types';

type Provider = (things: Things) => string;

const thing =
  (name: string): Provider =>
  (things) => {
    const value = things[name];
    if (value === undefined) throw new Error(`A furnished team has no ${name}.`);
    return value;
  };
/** The id of a thing of the main API as another dialect writes it. */
const as = (prefix: string, name: string): Provider => {
  const plain = thing(name);
  return (things) => prefixedId(prefix, plain(things));
};

export interface PlaceValue {
  /** Whether what is named belongs to a team; else it is a name by which each team has things of its own. */
  isOwned: boolean;
  /** Whether the examples of the documents name something that every installation has. */
  isPreset: boolean;
  of: Provider;
}

const owned = (of: Provider): PlaceValue => ({ isOwned: true, isPreset: false, of });
const free = (of: Provider): PlaceValue => ({ isOwned: false, isPreset: false, of });
const orPreset = (of: Provider): PlaceValue => ({ isOwned: true, isPreset: true, of });
const text = (value: string): PlaceValue => free(() => value);

/**
 * What stands in a path in place of `{name}`: by dialect and the end of the path up to the name. The longest end that fits
 * counts, so that new paths below what is known need no new line.
 */
const IN_PATHS: Readonly<Record<string, PlaceValue>> = {
  'platform auth/api-keys/{id}': owned(thing('apiKey')),
  'platform auth/api-key/{id}': owned(thing('apiKey')),
  'platform team/members/{id}': owned(thing('user')),
  'platform team/invitations/{id}': owned(thing('invitation')),
  'platform team/budgets/{id}': owned(thing('budget')),
  'platform team/exports/{id}': owned(thing('teamExport')),
  'platform admin/users/{id}': owned(thing('user')),
  'platform models/{id}': owned(thing('model')),
  'platform chatbots/{id}': owned(thing('bot')),
  'platform chatbots/{chatbotId}': owned(thing('bot')),
  'platform personalities/{id}': owned(thing('personality')),
  'platform conversations/{conversationId}': owned(thing('conversation')),
  'platform escalations/agents/{userId}': owned(thing('user')),
  'platform escalations/{id}': owned(thing('escalation')),
  'platform channels/{id}': owned(thing('channel')),
  'platform channels/{id}/deliveries/{deliveryId}': owned(thing('channelDelivery')),
  'platform knowledge-bases/{id}': owned(thing('base')),
  'platform knowledge-bases/{baseId}': owned(thing('base')),
  'platform items/{itemId}': owned(thing('item')),
  'platform documents/{id}': owned(thing('document')),
  'platform web-sources/{id}': owned(thing('webSource')),
  'platform questions/{id}': owned(thing('question')),
  'platform chatbots/imports/{importId}': owned(thing('botImport')),
  'platform imports/{importId}': owned(thing('import')),
  'platform artifacts/{id}': owned(thing('artifact')),
  'platform artifacts/{id}/versions/{version}': text('1'),
  'platform plugins/{id}': owned(thing('plugin')),
  'platform plugins/{pluginId}': owned(thing('plugin')),
  'platform integrations/{id}': owned(thing('integration')),
  'platform training/datasets/{id}': owned(thing('dataset')),
  'platform examples/{exampleId}': owned(thing('example')),
  'platform training/sessions/{id}': owned(thing('session')),
  'platform training/models/{version}': free(thing('trainedModel')),
  'platform context/{userId}': free(thing('endUser')),
  'platform topics/{userId}': free(thing('endUser')),
  'platform topics/{userId}/{topicId}': owned(thing('topic')),
  'platform entities/{userId}': free(thing('endUser')),
  'platform entities/{userId}/{entityId}': owned(thing('entity')),
  'platform entity-lists/{id}': owned(thing('entityList')),
  'platform users/{userId}': free(thing('endUser')),
  'platform end-users/{userId}': free(thing('endUser')),
  'platform learning/{learningId}': owned(thing('learningItem')),
  'platform agent-loops/{id}': owned(thing('loop')),
  'platform executions/{executionId}': owned(thing('execution')),
  'platform webhooks/{id}': owned(thing('webhook')),
  'platform webhooks/{id}/deliveries/{deliveryId}': owned(thing('webhookDelivery')),
  'assistant chat/{chat_id}': owned(thing('chat')),
  'assistant documents/{document_id}': owned(as('doc', 'artifact')),
  'assistant files/{file_id}': owned(thing('file')),
  'assistant webhooks/{id}': owned(as('wh', 'webhook')),
  'support conversations/{conversation_id}': owned(thing('supportConversation')),
  'support replies/{message_id}': owned(thing('supportMessage')),
  'support knowledge-base/{article_id}': owned(thing('article')),
  'manager bots/{id}': owned(as('bot', 'bot')),
  'manager bots/{bot_id}': owned(as('bot', 'bot')),
  'manager integrations/{id}': owned(as('int', 'integration')),
  'manager channels/{id}': owned(as('ch', 'channel')),
  'manager conversations/{id}': owned(as('conv', 'conversation')),
  'manager agent-loops/{id}': owned(as('loop', 'loop')),
  'manager executions/{execution_id}': owned(as('exec', 'execution')),
  'manager webhooks/{id}': owned(as('wh', 'webhook')),
  'criabot bots/chats/{chat_id}': owned(thing('criabotChat')),
  'criabot bots/{bot_name}': owned(thing('botName')),
  'openai models/{model}': owned(thing('botName')),
  'openai responses/{response_id}': owned(thing('response')),
};

/** The same for names of queries and fields of bodies, on whatever path; `{name}[]` for lists. */
const IN_INPUTS: Readonly<Record<string, PlaceValue>> = {
  'platform chatbotId': owned(thing('bot')),
  'platform chatbotIds': owned(thing('bot')),
  'platform actorId': free(thing('user')),
  'platform subjectId': text('customer-42'),
  'platform botId': owned(thing('bot')),
  'platform channelId': owned(thing('channel')),
  'platform sessionId': free(thing('sessionKey')),
  'platform userId': free(thing('endUser')),
  'platform documentIds': owned(thing('document')),
  'platform conversationId': owned(thing('conversation')),
  'platform messageId': owned(thing('message')),
  'platform agentId': owned(thing('user')),
  'platform embeddingModelId': owned(thing('model')),
  'platform knowledgeBaseId': owned(thing('base')),
  'platform pluginId': owned(thing('plugin')),
  'platform pluginIds': owned(thing('plugin')),
  'platform modelId': owned(thing('model')),
  'platform datasetId': owned(thing('dataset')),
  'platform alsoDatasetIds': owned(thing('dataset')),
  'platform learningIds': owned(thing('learningItem')),
  'platform knowledgeChatbotId': owned(thing('bot')),
  'assistant file_id': owned(thing('file')),
  'support user_id': free(thing('endUser')),
  'support conversation_id': owned(thing('supportConversation')),
  'support message_id': owned(thing('supportMessage')),
  'support article_id': owned(thing('article')),
  'manager channel_id': owned(as('ch', 'channel')),
  'manager user_id': free(thing('endUser')),
  'manager model_id': owned(thing('model')),
  'manager plugin_ids': owned(thing('plugin')),
  'manager knowledge_bot_id': owned(as('bot', 'bot')),
  'criabot llm_model_id': orPreset(thing('model')),
  'criabot embedding_model_id': orPreset(thing('model')),
  'criabot rerank_model_id': orPreset(thing('model')),
  'criabot bot_name': owned(thing('botName')),
  'openai model': owned(thing('botName')),
  'openai tool_call_id': text('call_1'),
  'openai call_id': text('call_1'),
  'openai previous_response_id': owned(thing('response')),
};

/** Headers that name something, names of what is to be made, and queries of which one is needed though each may be left out. */
const IN_CALLS: Readonly<Record<string, PlaceValue>> = {
  'GET /api/v1/chatbots/{id}/conversation Last-Event-ID': owned(thing('lastEvent')),
  'POST /bots/{bot_name}/manage/create bot_name': free(() => `bot-${randomBytes(6).toString('hex')}`),
  'GET /api/v1/knowledge-bases/{id}/search query': text('What does tea cost?'),
};

/** @throws Error when nobody has said what stands there */
export function inPath(dialect: string, path: string, name: string): PlaceValue {
  const segments = path.slice(0, path.indexOf(`{${name}}`) + name.length + 2).split('/');
  for (let start = 0; start < segments.length; start += 1) {
    const known = IN_PATHS[`${dialect} ${segments.slice(start).join('/')}`];
    if (known) return known;
  }
  throw new Error(
    `No one furnishes {${name}} of ${path} (${dialect}): a furnished team needs one of it, and libs/testing/furnished-team/furnishings.ts a line.`,
  );
}

/** Undefined for a field that names nothing. */
export function inInput(dialect: string, name: string): PlaceValue | undefined {
  return IN_INPUTS[`${dialect} ${name}`];
}

/** What one operation needs besides. */
export function inCall(operation: string, name: string): PlaceValue | undefined {
  return IN_CALLS[`${operation} ${name}`];
}

/** A field of this name is expected to name something. */
export function namesSomething(field: string): boolean {
  return /[a-z](?:Ids?|_ids?)$/.test(field);
}

export const nameIn = (place: PlaceValue, { things }: Pick<FurnishedTeam, 'things'>): string => place.of(things);

import type { BufferedMessage } from '#domain/chats';
import { shownMetadata } from '#domain/documents';
import type { FurtherUsage, Reply, ReplySource, ReplyUsage } from '#domain/replies';
import type { ChatReply, ContextNode, HistoryMessage, LabelledUsage, TokenUsage } from './chats.dto';

const ROLES = { user: 'user', bot: 'assistant', system: 'system' } as const;
const QUESTION = 'question';

/** @param indexesOf a base: the names of its documents' and questions' indexes begin with that of its bot */
export function toChatReply(prompt: string, reply: Reply, botNameOf: (baseId: string) => string): ChatReply {
  const { text, sources, usage, further = {}, relatedPrompts = [] } = reply;
  const spent = usageParts(usage, further);
  return {
    prompt,
    message: text,
    content: { role: 'assistant', content: text, assets: [] },
    completion_usage: toUsage(usage),
    related_prompts: relatedPrompts.map(({ isGenerated, ...prompt }) => ({ ...prompt, llm_generated: isGenerated })),
    context: sources.length === 0 ? null : { context_type: contextType(sources), nodes: sources.map(toNode) },
    group_responses: toGroups(sources, botNameOf, further.searchUnits ?? 0),
    search_units: further.searchUnits ?? 0,
    token_usage: spent,
    total_usage: toUsage({
      inputTokens: spent.reduce((sum, { prompt_tokens }) => sum + prompt_tokens, 0),
      outputTokens: spent.reduce((sum, { completion_tokens }) => sum + completion_tokens, 0),
    }),
    verified_response: reply.isVerified === true,
    model: reply.model,
    shortfalls: shortfallsOf(reply),
  };
}

export function toHistoryMessage({ role, text, tokens }: BufferedMessage): HistoryMessage {
  return {
    role: ROLES[role],
    blocks: [{ block_type: 'text', text }],
    additional_kwargs: {},
    metadata: { token_count: tokens },
  };
}

function contextType([best]: readonly ReplySource[]): 'QUESTION' | 'TEXT' {
  return best?.type === QUESTION ? 'QUESTION' : 'TEXT';
}

function toNode({ id, title, passage, metadata = {}, score }: ReplySource): ContextNode {
  return { id, title, text: passage, metadata: shownMetadata(metadata), score };
}

function toGroups(
  sources: readonly ReplySource[],
  botNameOf: (baseId: string) => string,
  searchUnits: number,
): ChatReply['group_responses'] {
  const groups = Map.groupBy(sources, ({ baseId, type }) => {
    return `${botNameOf(baseId)}-${type === QUESTION ? 'question' : 'document'}-index`;
  });
  const group = (nodes: readonly ReplySource[]) => ({
    nodes: nodes.map(toNode),
    search_units: searchUnits,
    assets: [],
  });
  return Object.fromEntries([...groups].map(([name, nodes]) => [name, group(nodes)]));
}

function usageParts(reply: ReplyUsage, { relatedPrompts, embeddingTokens = 0 }: FurtherUsage): LabelledUsage[] {
  const none = { inputTokens: 0, outputTokens: 0 };
  const parts: Array<[string, ReplyUsage]> = [
    ['reply', reply],
    ['related_prompts', relatedPrompts ?? none],
    ['embedding', { ...none, inputTokens: embeddingTokens }],
  ];
  return parts
    .filter(([, { inputTokens, outputTokens }]) => inputTokens + outputTokens > 0)
    .map(([usage_label, usage]) => ({ usage_label, ...toUsage(usage) }));
}

function toUsage({ inputTokens, outputTokens }: ReplyUsage): TokenUsage {
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}

function shortfallsOf({ failedModels = [], shortfalls = [] }: Reply): ChatReply['shortfalls'] {
  return [
    ...failedModels.map(({ model }) => ({ reason: 'model_failed', message: `The model ${model} did not answer.` })),
    ...shortfalls.map(({ reason, message }) => ({ reason, message })),
  ];
}

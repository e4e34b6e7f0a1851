import type { Bot, BotConfiguration } from '#domain/bots';
import { DEFAULT_EMBEDDING_ID, DEFAULT_LLM_ID, DEFAULT_RERANK_ID } from '#domain/models';
import { BOT_DEFAULTS, type BotAbout, type BotParams, type UpdateBot } from './bots.dto';

type Parameter = keyof typeof BOT_DEFAULTS;

/** Each parameter of the dialect and the field of a configuration that it is. */
const FIELDS = {
  max_input_tokens: 'maxInputTokens',
  max_reply_tokens: 'maxReplyTokens',
  temperature: 'temperature',
  top_p: 'topP',
  top_k: 'topK',
  min_k: 'minK',
  top_n: 'topN',
  min_n: 'minN',
  llm_generate_related_prompts: 'generatesRelatedPrompts',
  no_context_message: 'fallbackMessage',
  no_context_use_message: 'prefixesFallbackMessage',
  no_context_llm_guess: 'answersWithoutKnowledge',
  system_message: 'systemPrompt',
} as const satisfies Record<Parameter, keyof BotConfiguration>;

const MODEL_FIELDS = { llm_model_id: 'modelId', rerank_model_id: 'rerankModelId' } as const;

/** What was given, and nothing else. The embedding model is a matter of the bot's knowledge base. */
export function configurationOf(given: UpdateBot): Record<string, unknown> {
  const pairs = Object.entries({ ...FIELDS, ...MODEL_FIELDS }).map(([parameter, field]) => [
    field,
    given[parameter as keyof UpdateBot],
  ]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** What serves a bot that names no model is the installation's default, which has an id of its own. */
export function toAbout(bot: Readonly<Bot>, embeddingModelId: number | null): BotAbout {
  const { number, slug, createdAt, configuration } = bot;
  const { model, modelId = model === undefined ? DEFAULT_LLM_ID : null, rerankModelId } = configuration;
  return {
    info: { name: slug, id: number, created: createdAt.toISOString().replace('Z', '') },
    params: { ...paramsOf(configuration), bot_id: number, id: number },
    models: {
      llm_model_id: modelId,
      embedding_model_id: embeddingModelId ?? DEFAULT_EMBEDDING_ID,
      rerank_model_id: rerankModelId ?? DEFAULT_RERANK_ID,
    },
  };
}

/** A bot that was made elsewhere has what it was given there, and the defaults of this dialect for the rest. */
function paramsOf(configuration: BotConfiguration): Omit<BotParams, 'bot_id' | 'id'> {
  const given = Object.entries(FIELDS).map(([parameter, field]) => [parameter, configuration[field]]);
  return { ...BOT_DEFAULTS, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
}

import { AllOptional, BooleanField, IntegerField, NestedField, NumberField, TextField } from '#infra/http';
import { Answer } from './criabot.envelope';

/** Ids of models are integers of the database. */
const MAX_MODEL_ID = 2_147_483_647;
const MAX_TOKENS = 2_147_483_647;
const MODEL_ID = { min: 1, max: MAX_MODEL_ID };

/** What applies unless a caller says otherwise. */
export const BOT_DEFAULTS = {
  max_input_tokens: 2_000,
  max_reply_tokens: 1_024,
  temperature: 0.9,
  top_p: 0,
  top_k: 10,
  min_k: 0.5,
  top_n: 3,
  min_n: 0.7,
  llm_generate_related_prompts: true,
  no_context_message: "Sorry, I'm not sure about that.",
  no_context_use_message: false,
  no_context_llm_guess: false,
  system_message: null,
} as const;

export class BotParameters {
  @IntegerField('Tokens of the conversation that the model is shown, the newest messages first.', {
    optional: true,
    min: 1,
    max: MAX_TOKENS,
    default: BOT_DEFAULTS.max_input_tokens,
  })
  max_input_tokens?: number;

  @IntegerField('Tokens of a reply at most.', {
    optional: true,
    min: 1,
    max: MAX_TOKENS,
    default: BOT_DEFAULTS.max_reply_tokens,
  })
  max_reply_tokens?: number;

  @NumberField('Sampling temperature.', { optional: true, min: 0, max: 2, default: BOT_DEFAULTS.temperature })
  temperature?: number;

  @NumberField('Nucleus sampling; 0 leaves it to the model.', {
    optional: true,
    min: 0,
    max: 1,
    default: BOT_DEFAULTS.top_p,
  })
  top_p?: number;

  @IntegerField('Nodes that are fetched of each index.', {
    optional: true,
    min: 1,
    max: 1_000,
    default: BOT_DEFAULTS.top_k,
  })
  top_k?: number;

  @NumberField('Score that a fetched node must reach.', { optional: true, min: 0, max: 1, default: BOT_DEFAULTS.min_k })
  min_k?: number;

  @IntegerField('Nodes that are kept after reranking.', {
    optional: true,
    min: 1,
    max: MAX_TOKENS,
    default: BOT_DEFAULTS.top_n,
  })
  top_n?: number;

  @NumberField('Score that a reranked node must reach.', {
    optional: true,
    min: 0,
    max: 1,
    default: BOT_DEFAULTS.min_n,
  })
  min_n?: number;

  @BooleanField('Whether the model proposes what to ask next.', {
    optional: true,
    default: BOT_DEFAULTS.llm_generate_related_prompts,
  })
  llm_generate_related_prompts?: boolean;

  @TextField('Said when the knowledge does not hold the answer; the empty text leaves it to the model to say so.', {
    optional: true,
    minLength: 0,
    maxLength: 4_000,
    default: BOT_DEFAULTS.no_context_message,
  })
  no_context_message?: string;

  @BooleanField('Whether a guess begins with that message.', {
    optional: true,
    default: BOT_DEFAULTS.no_context_use_message,
  })
  no_context_use_message?: boolean;

  @BooleanField('Whether the model may guess what the knowledge does not hold.', {
    optional: true,
    default: BOT_DEFAULTS.no_context_llm_guess,
  })
  no_context_llm_guess?: boolean;

  @TextField('Instructions for the model.', {
    optional: true,
    nullable: true,
    minLength: 0,
    maxLength: 32_000,
    default: BOT_DEFAULTS.system_message,
  })
  system_message?: string | null;
}

export class CreateBot extends BotParameters {
  @IntegerField('Id of the registered model that generates.', { ...MODEL_ID, example: 1 })
  llm_model_id: number;

  @IntegerField('Id of the registered model that embeds.', { ...MODEL_ID, example: 2 })
  embedding_model_id: number;

  @IntegerField('Id of the registered model that reranks.', { ...MODEL_ID, example: 3 })
  rerank_model_id: number;
}

export class UpdateBot extends AllOptional(CreateBot) {}

export class BotCreated extends Answer {
  @TextField('Opens this bot alone. It is shown only here.', { example: 'bk_…' })
  bot_api_key: string;
}

export class BotInfo {
  @TextField('Its name.')
  name: string;

  @IntegerField('Its id.', { min: 1 })
  id: number;

  @TextField('When it was made: ISO 8601 in UTC, without a zone.', { example: '2030-01-31T12:00:00.000' })
  created: string;
}

/** All of them, as they apply. */
export class BotParams {
  @IntegerField('Tokens of the conversation that the model is shown.', { min: 1 })
  max_input_tokens: number;

  @IntegerField('Tokens of a reply at most.', { min: 1 })
  max_reply_tokens: number;

  @NumberField('Sampling temperature.')
  temperature: number;

  @NumberField('Nucleus sampling.')
  top_p: number;

  @IntegerField('Nodes that are fetched of each index.', { min: 1 })
  top_k: number;

  @NumberField('Score that a fetched node must reach.')
  min_k: number;

  @IntegerField('Nodes that are kept after reranking.', { min: 1 })
  top_n: number;

  @NumberField('Score that a reranked node must reach.')
  min_n: number;

  @BooleanField('Whether the model proposes what to ask next.')
  llm_generate_related_prompts: boolean;

  @TextField('Said when the knowledge does not hold the answer.', { minLength: 0 })
  no_context_message: string;

  @BooleanField('Whether a guess begins with that message.')
  no_context_use_message: boolean;

  @BooleanField('Whether the model may guess what the knowledge does not hold.')
  no_context_llm_guess: boolean;

  @TextField('Instructions for the model.', { nullable: true })
  system_message: string | null;

  @IntegerField('Id of the bot.', { min: 1 })
  bot_id: number;

  @IntegerField('Id of the parameters, which is that of the bot.', { min: 1 })
  id: number;
}

export class BotModelIds {
  @IntegerField('The model that generates; null when the bot names one otherwise.', { nullable: true })
  llm_model_id: number | null;

  @IntegerField('The model that embeds.')
  embedding_model_id: number;

  @IntegerField('The model that reranks.')
  rerank_model_id: number;
}

export class BotAbout {
  @NestedField('What it is.', () => BotInfo)
  info: BotInfo;

  @NestedField('How it answers.', () => BotParams)
  params: BotParams;

  @NestedField('By ids of registered models.', () => BotModelIds)
  models: BotModelIds;
}

export class BotAboutAnswer extends Answer {
  @NestedField('All about the bot.', () => BotAbout)
  about: BotAbout;
}

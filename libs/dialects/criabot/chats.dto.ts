import {
  AnyField,
  BooleanField,
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';
import { Answer } from './criabot.envelope';

const MAX_NAME_CHARACTERS = 128;
const MAX_EXTRA_BOTS = 50;

export class SendChat {
  @TextField('What the user says.', { maxLength: 32_000, example: 'What is the capital of France?' })
  prompt: string;

  @TextField('The bot that answers.', { maxLength: MAX_NAME_CHARACTERS, example: 'my-new-bot-name' })
  bot_name: string;

  @TextListField('Bots whose documents and questions are searched as well.', {
    optional: true,
    maxItems: MAX_EXTRA_BOTS,
    maxLength: MAX_NAME_CHARACTERS,
  })
  extra_bots?: string[];

  @ObjectField(
    'Which nodes are looked at, by their metadata and that of their documents: `must`, `must_not` and `should` are lists of conditions in the form of Qdrant, as `{"key": "city", "match": {"value": "York"}}`.',
    { optional: true, nullable: true },
  )
  metadata_filter?: Record<string, unknown> | null;
}

export class ChatStarted extends Answer {
  @TextField('Id of the chat.')
  chat_id: string;
}

export class ChatExists extends Answer {
  @BooleanField('Whether messages can be sent to it.')
  exists: boolean;
}

export class TokenUsage {
  @IntegerField('Tokens that were read.', { min: 0 })
  prompt_tokens: number;

  @IntegerField('Tokens that were written.', { min: 0 })
  completion_tokens: number;

  @IntegerField('Both.', { min: 0 })
  total_tokens: number;
}

export class LabelledUsage extends TokenUsage {
  @TextField('What the tokens were used for.', { example: 'reply' })
  usage_label: string;
}

export class RelatedPromptDto {
  @TextField('To be shown.')
  label: string;

  @TextField('To be sent.')
  prompt: string;

  @BooleanField('Whether a model made it up.')
  llm_generated: boolean;
}

export class ChatContent {
  @EnumField('Who speaks.', ['assistant'])
  role: 'assistant';

  @TextField('What is said.')
  content: string;

  @AnyField('Always empty: replies are text.', { schema: { type: 'array', items: {} }, example: [] })
  assets: unknown[];
}

export class ContextNode {
  @TextField('Id of the node.')
  id: string;

  @TextField('Title of the document, or the phrasing of the question.')
  title: string;

  @TextField('Its text; of a question the answer.')
  text: string;

  @ObjectField('Of the node and its document.')
  metadata: Record<string, unknown>;

  @NumberField('Calibrated probability that it answers the prompt.', { min: 0, max: 1 })
  score: number;
}

export class ReplyContext {
  @EnumField('Whether a question was written for the prompt, or texts are quoted.', ['QUESTION', 'TEXT'], {
    name: 'ContextType',
  })
  context_type: 'QUESTION' | 'TEXT';

  @NestedListField('What the reply rests on, best first.', () => ContextNode)
  nodes: ContextNode[];
}

export class Shortfall {
  @TextField('What was missing, for a program.', { example: 'embedding_unavailable' })
  reason: string;

  @TextField('The same for a person.')
  message: string;
}

export class ChatReply {
  @TextField('The prompt.')
  prompt: string;

  @TextField('The reply.')
  message: string;

  @NestedField('The reply as a message.', () => ChatContent)
  content: ChatContent;

  @NestedField('Of the reply alone; all zero when no model was asked.', () => TokenUsage)
  completion_usage: TokenUsage;

  @NestedListField('What may be asked next.', () => RelatedPromptDto)
  related_prompts: RelatedPromptDto[];

  @NestedField('What the reply rests on; null when the knowledge does not hold the answer.', () => ReplyContext, {
    nullable: true,
  })
  context: ReplyContext | null;

  @ObjectField('The nodes of the context by the index that holds them.')
  group_responses: Record<string, { nodes: ContextNode[]; search_units: number; assets: unknown[] }>;

  @IntegerField('What rerank models were asked for, in the units of their providers.', { min: 0 })
  search_units: number;

  @NestedListField('Of each use of a model.', () => LabelledUsage)
  token_usage: LabelledUsage[];

  @NestedField('Of all uses of models.', () => TokenUsage)
  total_usage: TokenUsage;

  @BooleanField('Whether it is the answer of a question, word for word.')
  verified_response: boolean;

  @TextField('The model that spoke; `none` when no model was asked.', { example: 'extractive' })
  model: string;

  @NestedListField('What the reply had to do without: models that failed, searches by meaning.', () => Shortfall)
  shortfalls: Shortfall[];
}

export class ChatAnswered extends Answer {
  @NestedField('The reply.', () => ChatReply)
  reply: ChatReply;
}

export class HistoryBlock {
  @EnumField('Kind of the block.', ['text'])
  block_type: 'text';

  @TextField('Its text.')
  text: string;
}

export class HistoryMetadata {
  @IntegerField('Tokens of the message.', { min: 0 })
  token_count: number;
}

export class HistoryMessage {
  @EnumField('Who speaks.', ['user', 'assistant', 'system'])
  role: 'user' | 'assistant' | 'system';

  @NestedListField('What is said.', () => HistoryBlock)
  blocks: HistoryBlock[];

  @ObjectField('Always empty.')
  additional_kwargs: Record<string, never>;

  @NestedField('About the message.', () => HistoryMetadata)
  metadata: HistoryMetadata;
}

export class ChatHistory extends Answer {
  @NestedListField('What the bot has in mind of the chat, oldest first.', () => HistoryMessage)
  history: HistoryMessage[];
}

import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
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
} from '#infra/http';
import { MAX_NAME_CHARS, MAX_SCHEMA_BYTES, MAX_TEXT_CHARS, OPTIONAL, STOP, stopRule } from './request-fields';

const MAX_MESSAGES = 2_000;
const MAX_TOOLS = 128;
const ROLES = ['system', 'developer', 'user', 'assistant', 'tool'] as const;

export class ImageUrl {
  @TextField('A data URL with base64, or an https URL.', { maxLength: 40_000_000 })
  url: string;

  @TextField('Ignored.', OPTIONAL)
  detail?: string | null;
}

/** For the docs; what stands in requests is read by `content-parts`. */
export class ContentPart {
  @EnumField('What the part is.', ['text', 'image_url'])
  type: 'text' | 'image_url';

  @TextField('Of a text.', { optional: true, maxLength: MAX_TEXT_CHARS })
  text?: string;

  @NestedField('Of an image: png, jpeg, gif or webp.', () => ImageUrl, { optional: true })
  image_url?: ImageUrl;
}

export class FunctionCall {
  @TextField('Name of the function.', { maxLength: 128 })
  name: string;

  @TextField('JSON as the model wrote it.', { minLength: 0, maxLength: MAX_TEXT_CHARS })
  arguments: string;
}

export class ToolCall {
  @TextField('By which its answer names it.', { maxLength: 256 })
  id: string;

  @EnumField('What is called.', ['function'])
  type: 'function';

  @NestedField('The function and its arguments.', () => FunctionCall)
  function: FunctionCall;
}

@ApiExtraModels(ContentPart)
export class ChatMessage {
  @EnumField('Who says it. What system and developer say stands after the instructions of the bot.', ROLES)
  role: (typeof ROLES)[number];

  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: getSchemaPath(ContentPart) } }],
    nullable: true,
  })
  @AnyField(
    'A text, or parts of text and images. Of the last message of the user the images are seen, if the model of the bot can.',
    {
      optional: true,
      nullable: true,
      example: 'How do I reset my password?',
    },
  )
  content?: unknown;

  @TextField('Ignored.', OPTIONAL)
  name?: string | null;

  @NestedListField('Calls that the model wanted.', () => ToolCall, {
    optional: true,
    nullable: true,
    maxItems: MAX_TOOLS,
  })
  tool_calls?: ToolCall[] | null;

  @TextField('Of an answer of a tool: the call.', { optional: true, nullable: true, maxLength: 256 })
  tool_call_id?: string | null;
}

export class FunctionDefinition {
  @TextField('Letters, digits, `_` and `-`.', { maxLength: 64, example: 'get_weather' })
  name: string;

  @TextField('What it is for.', { optional: true, nullable: true, maxLength: MAX_TEXT_CHARS })
  description?: string | null;

  @ObjectField('JSON Schema of its arguments.', { optional: true, nullable: true, maxBytes: MAX_SCHEMA_BYTES })
  parameters?: Record<string, unknown> | null;

  @BooleanField("Ignored: what the bot's provider does of itself counts.", { optional: true, nullable: true })
  strict?: boolean | null;
}

export class ChatTool {
  @TextField('`function`; nothing else is supported.', { maxLength: MAX_NAME_CHARS, example: 'function' })
  type: string;

  @NestedField('The function.', () => FunctionDefinition, { optional: true })
  function?: FunctionDefinition;
}

export class JsonSchemaFormat {
  @TextField('Letters, digits, `_` and `-`.', { maxLength: 64, example: 'answer' })
  name: string;

  @TextField('What it is for.', { optional: true, nullable: true, maxLength: MAX_TEXT_CHARS })
  description?: string | null;

  @ObjectField('JSON Schema.', { optional: true, nullable: true, maxBytes: MAX_SCHEMA_BYTES })
  schema?: Record<string, unknown> | null;

  @BooleanField('Whether the provider is to hold the model to it.', { optional: true, nullable: true })
  strict?: boolean | null;
}

export class ResponseFormat {
  @EnumField('How the answer is written.', ['text', 'json_object', 'json_schema'])
  type: 'text' | 'json_object' | 'json_schema';

  @NestedField('Of `json_schema`.', () => JsonSchemaFormat, { optional: true, nullable: true })
  json_schema?: JsonSchemaFormat | null;
}

export class StreamOptions {
  @BooleanField('Whether a last chunk tells the usage.', { optional: true, nullable: true })
  include_usage?: boolean | null;
}

export class CreateChatCompletion {
  @TextField('Slug of the bot.', { maxLength: MAX_NAME_CHARS, example: 'support-bot' })
  model: string;

  @NestedListField('All that was said, oldest first.', () => ChatMessage, { minItems: 1, maxItems: MAX_MESSAGES })
  messages: ChatMessage[];

  @BooleanField('Whether the answer comes as chunks.', { optional: true, nullable: true, default: false })
  stream?: boolean | null;

  @NestedField('Of a stream.', () => StreamOptions, { optional: true, nullable: true })
  stream_options?: StreamOptions | null;

  @ApiProperty(STOP)
  @AnyField('The words of the model end before the first of these.', { optional: true, nullable: true, ...stopRule })
  stop?: string | string[] | null;

  @IntegerField('Tokens of the answer, at most; older name.', {
    optional: true,
    nullable: true,
    min: 1,
    max: 1_000_000,
  })
  max_tokens?: number | null;

  @IntegerField('Tokens of the answer, at most.', { optional: true, nullable: true, min: 1, max: 1_000_000 })
  max_completion_tokens?: number | null;

  @NumberField('How freely the model speaks.', { optional: true, nullable: true, min: 0, max: 2 })
  temperature?: number | null;

  @NumberField('Share of the likeliest words that are thought of.', { optional: true, nullable: true, min: 0, max: 1 })
  top_p?: number | null;

  @NestedListField(
    'Functions that the model may ask the caller to call; ignored where the model of the bot cannot.',
    () => ChatTool,
    {
      optional: true,
      nullable: true,
      maxItems: MAX_TOOLS,
    },
  )
  tools?: ChatTool[] | null;

  @AnyField('`auto`, `none`, `required`, or `{"type": "function", "function": {"name"}}`.', {
    optional: true,
    nullable: true,
    example: 'auto',
  })
  tool_choice?: unknown;

  @NestedField('How the answer is written; JSON needs a model that generates.', () => ResponseFormat, {
    optional: true,
    nullable: true,
  })
  response_format?: ResponseFormat | null;

  @TextField("The end user, in the caller's words; older name.", { optional: true, nullable: true, maxLength: 512 })
  user?: string | null;

  @TextField("The end user, in the caller's words: what the bot knows of them is looked at and added to.", {
    optional: true,
    nullable: true,
    maxLength: 512,
  })
  safety_identifier?: string | null;

  @BooleanField('False leaves no conversation behind.', { optional: true, nullable: true, default: true })
  store?: boolean | null;

  @IntegerField('1; nothing else is supported.', { optional: true, nullable: true })
  n?: number | null;

  @AnyField('`["text"]`; audio is not supported.', { optional: true, nullable: true, example: ['text'] })
  modalities?: unknown;

  @AnyField('Not supported.', { optional: true, nullable: true })
  audio?: unknown;

  @BooleanField('True is not supported.', { optional: true, nullable: true })
  logprobs?: boolean | null;
}

export class UrlCitation {
  @IntegerField('Where the citation begins in the text, in UTF-16 units.', { min: 0 })
  start_index: number;

  @IntegerField('Where it ends; exclusive.', { min: 0 })
  end_index: number;

  @TextField('Title of the document.')
  title: string;

  @TextField('Where it was read; of other documents `parley://documents/<id>`.')
  url: string;
}

export class ChatAnnotation {
  @EnumField('What it is.', ['url_citation'])
  type: 'url_citation';

  @NestedField('The document that is cited.', () => UrlCitation)
  url_citation: UrlCitation;
}

export class CompletionMessage {
  @EnumField('Who says it.', ['assistant'])
  role: 'assistant';

  @TextField('The answer; null when tools are to be called.', { nullable: true, minLength: 0 })
  content: string | null;

  @TextField('Null.', { nullable: true })
  refusal: string | null;

  @NestedListField('What of the text rests on which document.', () => ChatAnnotation)
  annotations: ChatAnnotation[];

  @NestedListField('Calls that the model wants; absent when it wants none.', () => ToolCall, { optional: true })
  tool_calls?: ToolCall[];
}

export const FINISHES = ['stop', 'length', 'tool_calls', 'content_filter'] as const;
export type Finish = (typeof FINISHES)[number];

export class CompletionChoice {
  @IntegerField('0.', { min: 0 })
  index: number;

  @NestedField('What the bot says.', () => CompletionMessage)
  message: CompletionMessage;

  @AnyField('Null.', { nullable: true })
  logprobs: unknown;

  @EnumField('Why the answer ends.', FINISHES)
  finish_reason: Finish;
}

export class PromptTokensDetails {
  @IntegerField('Not known: 0.', { min: 0 })
  cached_tokens: number;
}

export class CompletionTokensDetails {
  @IntegerField('Not known: 0.', { min: 0 })
  reasoning_tokens: number;
}

export class CompletionUsage {
  @IntegerField('Tokens that the model read, with the passages.', { min: 0 })
  prompt_tokens: number;

  @IntegerField('Tokens that the model wrote.', { min: 0 })
  completion_tokens: number;

  @IntegerField('Both together.', { min: 0 })
  total_tokens: number;

  @NestedField('Of what was read.', () => PromptTokensDetails)
  prompt_tokens_details: PromptTokensDetails;

  @NestedField('Of what was written.', () => CompletionTokensDetails)
  completion_tokens_details: CompletionTokensDetails;
}

export class GroundingSource {
  @TextField('Id of the document.')
  document_id: string;

  @TextField('Its title.', { minLength: 0 })
  title: string;

  @TextField('What is quoted of it, or the passage.', { minLength: 0 })
  quote: string;

  @NumberField('Calibrated probability that the passage answers the message.', { min: 0, max: 1 })
  score: number;

  @IntegerField('In formats that have pages.', { optional: true, min: 1 })
  page?: number;
}

/** What OpenAI's objects have no place for. */
export class Grounding {
  @NumberField('Calibrated probability that the answer is right by the knowledge.', { min: 0, max: 1 })
  confidence: number;

  @BooleanField('Whether the answer rests on the knowledge, a tool of the bot or a written answer.')
  grounded: boolean;

  @NestedListField('What it rests on; `[n]` in the text cites the n-th.', () => GroundingSource)
  sources: GroundingSource[];

  @TextField('The conversation in which it was stored, by its id in the main API; null when it was not.', {
    nullable: true,
  })
  conversation_id: string | null;
}

export class ChatCompletion {
  @TextField('Its id.', { example: 'chatcmpl-0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @EnumField('What it is.', ['chat.completion'])
  object: 'chat.completion';

  @IntegerField('When it was asked for, in seconds since 1970.')
  created: number;

  @TextField('Slug of the bot.')
  model: string;

  @NestedListField('One.', () => CompletionChoice)
  choices: CompletionChoice[];

  @NestedField('What the model has used; zero when none was asked.', () => CompletionUsage)
  usage: CompletionUsage;

  @EnumField('`default`.', ['default'])
  service_tier: 'default';

  @NestedField("Parley's own.", () => Grounding)
  parley: Grounding;
}

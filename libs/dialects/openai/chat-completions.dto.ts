import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
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
import { MAX_NAME_CHARS, MAX_SCHEMA_BYTES, MAX_TEXT_CHARS, OPTIONAL, STOP } from './request-fields';

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
  @EnumField('Who says it. What system and developer say stands after the instructions of the bot.', ROLES, {
    example: 'user',
  })
  role: (typeof ROLES)[number];

  @AnyField(
    'A text, or parts of text and images. Of the last message of the user the images are seen, if the model of the bot can.',
    {
      schema: { oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: getSchemaPath(ContentPart) } }] },
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

  @AnyField('The words of the model end before the first of these.', { optional: true, nullable: true, ...STOP })
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

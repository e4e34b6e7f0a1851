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
import { MAX_NAME_CHARS, MAX_SCHEMA_BYTES, MAX_TEXT_CHARS, OPTIONAL } from '../request-fields';

const MAX_TOOLS = 128;
export const EXAMPLE_ID = 'resp_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b';

/** For the docs; items are read by `input-items`. */
export class InputPart {
  @EnumField('What the part is.', ['input_text', 'output_text', 'input_image'])
  type: 'input_text' | 'output_text' | 'input_image';

  @TextField('Of a text.', { optional: true, maxLength: MAX_TEXT_CHARS })
  text?: string;

  @TextField('Of an image: a data URL with base64, or an https URL.', { optional: true, maxLength: 40_000_000 })
  image_url?: string;
}

const TEXT_OR_PARTS = { oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: getSchemaPath(InputPart) } }] };

@ApiExtraModels(InputPart)
export class InputItem {
  @EnumField('What the item is.', ['message', 'function_call', 'function_call_output', 'reasoning', 'item_reference'], {
    optional: true,
  })
  type?: string;

  @EnumField('Of a message: who says it.', ['user', 'assistant', 'system', 'developer'], { optional: true })
  role?: string;

  @AnyField('Of a message: a text, or parts of text and images.', { optional: true, schema: TEXT_OR_PARTS })
  content?: unknown;

  @TextField('Of a call, and of its output: by which they belong together.', { optional: true, maxLength: 256 })
  call_id?: string;

  @TextField('Of a call: the function.', { optional: true, maxLength: 128 })
  name?: string;

  @TextField('Of a call: JSON.', { optional: true, maxLength: MAX_TEXT_CHARS })
  arguments?: string;

  @AnyField('Of the output of a call: what came of it.', { optional: true, schema: TEXT_OR_PARTS })
  output?: unknown;
}

export class ResponseTool {
  @TextField('`function`; nothing else is supported.', { maxLength: MAX_NAME_CHARS, example: 'function' })
  type: string;

  @TextField('Letters, digits, `_` and `-`.', { optional: true, maxLength: 64, example: 'get_weather' })
  name?: string;

  @TextField('What it is for.', { optional: true, nullable: true, maxLength: MAX_TEXT_CHARS })
  description?: string | null;

  @ObjectField('JSON Schema of its arguments.', { optional: true, nullable: true, maxBytes: MAX_SCHEMA_BYTES })
  parameters?: Record<string, unknown> | null;

  @BooleanField("Ignored: what the bot's provider does of itself counts.", { optional: true, nullable: true })
  strict?: boolean | null;
}

export class TextFormat {
  @EnumField('How the answer is written.', ['text', 'json_object', 'json_schema'])
  type: 'text' | 'json_object' | 'json_schema';

  @TextField('Of `json_schema`: letters, digits, `_` and `-`.', { optional: true, nullable: true, maxLength: 64 })
  name?: string | null;

  @TextField('Of `json_schema`: what it is for.', { optional: true, nullable: true, maxLength: MAX_TEXT_CHARS })
  description?: string | null;

  @ObjectField('Of `json_schema`: JSON Schema.', { optional: true, nullable: true, maxBytes: MAX_SCHEMA_BYTES })
  schema?: Record<string, unknown> | null;

  @BooleanField('Of `json_schema`: whether the provider is to hold the model to it.', {
    optional: true,
    nullable: true,
  })
  strict?: boolean | null;
}

export class TextSettings {
  @NestedField('How the answer is written; JSON needs a model that generates.', () => TextFormat, {
    optional: true,
    nullable: true,
  })
  format?: TextFormat | null;
}

@ApiExtraModels(InputItem)
export class CreateResponse {
  @TextField('Slug of the bot.', { maxLength: MAX_NAME_CHARS, example: 'support-bot' })
  model: string;

  @AnyField('What the user says, or items of the conversation, oldest first.', {
    schema: { oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: getSchemaPath(InputItem) } }] },
    example: 'How do I reset my password?',
  })
  input: unknown;

  @TextField('Stand after the instructions of the bot; those of earlier responses are not taken over.', {
    optional: true,
    nullable: true,
    maxLength: MAX_TEXT_CHARS,
  })
  instructions?: string | null;

  @TextField('The response that this one goes on with; it must have been stored.', {
    optional: true,
    nullable: true,
    maxLength: 256,
    example: EXAMPLE_ID,
  })
  previous_response_id?: string | null;

  @BooleanField('False leaves nothing behind.', { optional: true, nullable: true, default: true })
  store?: boolean | null;

  @BooleanField('Whether the answer comes as typed events.', { optional: true, nullable: true, default: false })
  stream?: boolean | null;

  @NumberField('How freely the model speaks.', { optional: true, nullable: true, min: 0, max: 2 })
  temperature?: number | null;

  @NumberField('Share of the likeliest words that are thought of.', { optional: true, nullable: true, min: 0, max: 1 })
  top_p?: number | null;

  @IntegerField('Tokens of the answer, at most.', { optional: true, nullable: true, min: 1, max: 1_000_000 })
  max_output_tokens?: number | null;

  @NestedListField(
    'Functions that the model may ask the caller to call; ignored where the model of the bot cannot.',
    () => ResponseTool,
    {
      optional: true,
      nullable: true,
      maxItems: MAX_TOOLS,
    },
  )
  tools?: ResponseTool[] | null;

  @AnyField('`auto`, `none`, `required`, or `{"type": "function", "name"}`.', {
    optional: true,
    nullable: true,
    example: 'auto',
  })
  tool_choice?: unknown;

  @NestedField('How the answer is written.', () => TextSettings, { optional: true, nullable: true })
  text?: TextSettings | null;

  @ObjectField('Kept with the response.', { optional: true, nullable: true, maxBytes: 16_384 })
  metadata?: Record<string, unknown> | null;

  @TextField("The end user, in the caller's words; older name.", { optional: true, nullable: true, maxLength: 512 })
  user?: string | null;

  @TextField("The end user, in the caller's words: what the bot knows of them is looked at and added to.", {
    optional: true,
    nullable: true,
    maxLength: 512,
  })
  safety_identifier?: string | null;

  @BooleanField('True is not supported.', { optional: true, nullable: true })
  background?: boolean | null;

  @AnyField('Not supported; give `previous_response_id`.', { optional: true, nullable: true })
  conversation?: unknown;

  @AnyField('Not supported; a bot has its own.', { optional: true, nullable: true })
  prompt?: unknown;

  @TextField('`disabled`; what does not fit is cut in any case.', OPTIONAL)
  truncation?: string | null;
}

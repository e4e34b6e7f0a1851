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
import { Grounding } from '../chat-completions.dto';
import { MAX_NAME_CHARS, MAX_SCHEMA_BYTES, MAX_TEXT_CHARS, OPTIONAL } from '../request-fields';

const MAX_TOOLS = 128;
const EXAMPLE_ID = 'resp_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b';

/** For the docs; items are read by `input-items`. */
export class InputPart {
  @EnumField('What the part is.', ['input_text', 'output_text', 'input_image'])
  type: 'input_text' | 'output_text' | 'input_image';

  @TextField('Of a text.', { optional: true, maxLength: MAX_TEXT_CHARS })
  text?: string;

  @TextField('Of an image: a data URL with base64, or an https URL.', { optional: true, maxLength: 40_000_000 })
  image_url?: string;
}

@ApiExtraModels(InputPart)
export class InputItem {
  @EnumField('What the item is.', ['message', 'function_call', 'function_call_output', 'reasoning', 'item_reference'], {
    optional: true,
  })
  type?: string;

  @EnumField('Of a message: who says it.', ['user', 'assistant', 'system', 'developer'], { optional: true })
  role?: string;

  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: getSchemaPath(InputPart) } }],
    required: false,
  })
  @AnyField('Of a message: a text, or parts of text and images.', { optional: true })
  content?: unknown;

  @TextField('Of a call, and of its output: by which they belong together.', { optional: true, maxLength: 256 })
  call_id?: string;

  @TextField('Of a call: the function.', { optional: true, maxLength: 128 })
  name?: string;

  @TextField('Of a call: JSON.', { optional: true, maxLength: MAX_TEXT_CHARS })
  arguments?: string;

  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: getSchemaPath(InputPart) } }],
    required: false,
  })
  @AnyField('Of the output of a call: what came of it.', { optional: true })
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

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: getSchemaPath(InputItem) } }] })
  @AnyField('What the user says, or items of the conversation, oldest first.', {
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

export class ResponseAnnotation {
  @EnumField('What is cited: a page of the web, or a document.', ['url_citation', 'file_citation'])
  type: 'url_citation' | 'file_citation';

  @IntegerField('Of a page: where the citation begins in the text, in UTF-16 units.', { optional: true, min: 0 })
  start_index?: number;

  @IntegerField('Of a page: where it ends; exclusive.', { optional: true, min: 0 })
  end_index?: number;

  @TextField('Of a page: its title.', { optional: true })
  title?: string;

  @TextField('Of a page: its address.', { optional: true })
  url?: string;

  @TextField('Of a document: its id.', { optional: true })
  file_id?: string;

  @TextField('Of a document: its title.', { optional: true })
  filename?: string;

  @IntegerField('Of a document: where it is cited in the text, in UTF-16 units.', { optional: true, min: 0 })
  index?: number;
}

export class OutputText {
  @EnumField('What it is.', ['output_text'])
  type: 'output_text';

  @TextField('The answer.', { minLength: 0 })
  text: string;

  @NestedListField('What of the text rests on which document.', () => ResponseAnnotation)
  annotations: ResponseAnnotation[];

  @ApiProperty({ type: 'array', items: { type: 'object' } })
  @AnyField('None.')
  logprobs: object[];
}

const STATUSES = ['in_progress', 'completed', 'incomplete', 'failed'] as const;
export type ResponseStatus = (typeof STATUSES)[number];

export class OutputItem {
  @TextField('Its id.')
  id: string;

  @EnumField('What the bot says, or a call that the model wants.', ['message', 'function_call'])
  type: 'message' | 'function_call';

  @EnumField('Whether it is whole.', STATUSES)
  status: ResponseStatus;

  @EnumField('Of a message.', ['assistant'], { optional: true })
  role?: 'assistant';

  @NestedListField('Of a message: its text.', () => OutputText, { optional: true })
  content?: OutputText[];

  @TextField('Of a call: by which its output names it.', { optional: true })
  call_id?: string;

  @TextField('Of a call: the function.', { optional: true })
  name?: string;

  @TextField('Of a call: JSON.', { optional: true, minLength: 0 })
  arguments?: string;
}

export class InputTokensDetails {
  @IntegerField('Not known: 0.', { min: 0 })
  cached_tokens: number;
}

export class OutputTokensDetails {
  @IntegerField('Not known: 0.', { min: 0 })
  reasoning_tokens: number;
}

export class ResponseUsage {
  @IntegerField('Tokens that the model read, with the passages.', { min: 0 })
  input_tokens: number;

  @NestedField('Of what was read.', () => InputTokensDetails)
  input_tokens_details: InputTokensDetails;

  @IntegerField('Tokens that the model wrote.', { min: 0 })
  output_tokens: number;

  @NestedField('Of what was written.', () => OutputTokensDetails)
  output_tokens_details: OutputTokensDetails;

  @IntegerField('Both together.', { min: 0 })
  total_tokens: number;
}

export class IncompleteDetails {
  @EnumField('Why the answer is not whole.', ['max_output_tokens', 'content_filter'])
  reason: 'max_output_tokens' | 'content_filter';
}

export class ResponseFailure {
  @TextField('What was wrong, for a program.')
  code: string;

  @TextField('What was wrong, for a person.')
  message: string;
}

export class ResponseReasoning {
  @TextField('Null.', { nullable: true })
  effort: string | null;

  @TextField('Null.', { nullable: true })
  summary: string | null;
}

export class ModelResponse {
  @TextField('Its id.', { example: EXAMPLE_ID })
  id: string;

  @EnumField('What it is.', ['response'])
  object: 'response';

  @IntegerField('When it was asked for, in seconds since 1970.')
  created_at: number;

  @EnumField('How far it is.', STATUSES)
  status: ResponseStatus;

  @NestedField('Why it failed; null if it did not.', () => ResponseFailure, { nullable: true })
  error: ResponseFailure | null;

  @NestedField('Why it is not whole; null if it is.', () => IncompleteDetails, { nullable: true })
  incomplete_details: IncompleteDetails | null;

  @TextField('Of the request.', { nullable: true })
  instructions: string | null;

  @IntegerField('Of the request.', { nullable: true })
  max_output_tokens: number | null;

  @TextField('Slug of the bot.')
  model: string;

  @NestedListField('What the bot says, and calls that the model wants.', () => OutputItem)
  output: OutputItem[];

  @BooleanField('True.')
  parallel_tool_calls: boolean;

  @TextField('Of the request.', { nullable: true })
  previous_response_id: string | null;

  @NestedField('Of the model; not known.', () => ResponseReasoning)
  reasoning: ResponseReasoning;

  @BooleanField('Whether it can be asked for again and gone on with, for 30 days.')
  store: boolean;

  @NumberField('Of the request.', { nullable: true })
  temperature: number | null;

  @NestedField('Of the request.', () => TextSettings)
  text: TextSettings;

  @AnyField('Of the request.')
  tool_choice: unknown;

  @NestedListField('Of the request.', () => ResponseTool)
  tools: ResponseTool[];

  @NumberField('Of the request.', { nullable: true })
  top_p: number | null;

  @EnumField('`disabled`.', ['disabled'])
  truncation: 'disabled';

  @NestedField('What the model has used; null until it is known.', () => ResponseUsage, { nullable: true })
  usage: ResponseUsage | null;

  @TextField('Of the request.', { nullable: true })
  user: string | null;

  @ObjectField('Of the request.')
  metadata: Record<string, unknown>;

  @NestedField("Parley's own; absent while the answer is made.", () => Grounding, { optional: true })
  parley?: Grounding;
}

export class DeletedResponse {
  @TextField('Its id.', { example: EXAMPLE_ID })
  id: string;

  @EnumField('What it was.', ['response'])
  object: 'response';

  @BooleanField('True.')
  deleted: true;
}

export class InputItemList {
  @EnumField('What it is.', ['list'])
  object: 'list';

  @NestedListField('What the request brought, newest first.', () => InputItem)
  data: object[];

  @TextField('Id of the first.', { nullable: true })
  first_id: string | null;

  @TextField('Id of the last.', { nullable: true })
  last_id: string | null;

  @BooleanField('False: they are all there.')
  has_more: boolean;
}

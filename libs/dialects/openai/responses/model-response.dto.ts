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
import { Grounding } from '../chat-completion.dto';
import { EXAMPLE_ID, InputItem, ResponseTool, TextSettings } from './responses.dto';

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

  @AnyField('None.', { schema: { type: 'array', items: {} }, example: [] })
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

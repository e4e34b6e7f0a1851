import {
  AnyField,
  BooleanField,
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  TextField,
} from '#infra/http';
import { ToolCall } from './chat-completions.dto';

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

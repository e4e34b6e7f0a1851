import { type PluginPhase, RUN_OUTCOMES, type RunOutcome } from '#domain/plugins';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
} from '#infra/http';
import { MESSAGE_ROLES, type MessageRole, RATINGS, type Rating } from '../chats.types';
import { ESCALATION_REASONS, type EscalationReason, HANDLINGS, type Handling } from '../handoff/hand-off.types';

const PHASES = ['pre-process', 'post-process', 'tool'] as const satisfies readonly PluginPhase[];
const SESSION = 'Name of the session: the one that an earlier answer gave, or one of your own.';

export class SendMessage {
  @TextField('What the user says.', { maxLength: 32_000, example: 'Hello, how can I help you?' })
  message: string;

  @TextField(`${SESSION} Without it a new session is opened.`, { optional: true, minLength: 1, maxLength: 128 })
  sessionId?: string;

  @TextField('The end user, in your own words. Default: the caller.', {
    optional: true,
    minLength: 1,
    maxLength: 256,
    example: 'user_42',
  })
  userId?: string;

  @ObjectField('Anything that you want to keep with the message.', { optional: true })
  metadata?: Record<string, unknown>;

  @TextListField('Uploaded files that the message is about, by the ids of their documents: they are read with it.', {
    optional: true,
    maxItems: 10,
    maxLength: 64,
    unique: true,
  })
  documentIds?: string[];

  @BooleanField('Whether the answer is streamed as server-sent events; so does `Accept: text/event-stream`.', {
    optional: true,
  })
  stream?: boolean;

  @BooleanField('Whether the answer tells how it came about; needs the scope `knowledge:read`.', { optional: true })
  explain?: boolean;
}

export class ExplainQuery {
  @BooleanField('The same as `explain` in the body.', { optional: true })
  explain?: boolean;
}

export class ReplySourceDto {
  @TextField('Id of the passage.')
  id: string;

  @TextField('Title of the item or document.')
  title: string;

  @TextField('Kind of the document: item, text, file and so on.', { example: 'item' })
  type: string;

  @TextField('The knowledge base that holds it; `attachments` for a file that came with the message.')
  knowledgeBaseId: string;

  @IdField('The item or document that holds it.')
  itemId: string;

  @TextField('The passage that the reply rests on.')
  passage: string;

  @NumberField('Calibrated probability that the passage answers the message.', { min: 0, max: 1 })
  score: number;

  @TextField('Address of the page that it comes from: `url` of its metadata.', { optional: true })
  url?: string;

  @TextField('Heading above the passage, or the name of its sheet.', { optional: true })
  section?: string;

  @IntegerField('Page, slide or sheet on which the passage begins, from 1, in formats that have them.', {
    optional: true,
    min: 1,
  })
  page?: number;

  @TextField(
    'What the reply quotes of the passage; of a model that writes itself, the sentence that supports it best.',
    { optional: true },
  )
  quote?: string;

  @IntegerField('Where the quote begins in `passage`, in UTF-16 units.', { optional: true, min: 0 })
  start?: number;

  @IntegerField('Where it ends, exclusive.', { optional: true, min: 0 })
  end?: number;

  @IntegerField('Where the quote begins in the text of the document, where that is known.', { optional: true, min: 0 })
  documentOffset?: number;
}

export class ReplyUsageDto {
  @NumberField('Tokens that the model read.', { min: 0 })
  inputTokens: number;

  @NumberField('Tokens that the model wrote.', { min: 0 })
  outputTokens: number;
}

export class FailedModelDto {
  @IntegerField('Id of the model; null when it has none.', { nullable: true })
  id: number | null;

  @TextField('Its name.')
  model: string;

  @TextField('What went wrong.', { example: 'llm.provider_unavailable' })
  code: string;
}

export class SuggestedPrompt {
  @TextField('To be shown.')
  label: string;

  @TextField('To be sent.')
  prompt: string;

  @BooleanField('Whether a model made it up; else somebody wrote it.')
  isGenerated: boolean;
}

export class ShortfallDto {
  @TextField('What is missing.', { example: 'embedding_unavailable' })
  reason: string;

  @TextField('The same for a person.')
  message: string;
}

export class ReplyEscalationDto {
  @IdField('Id of the escalation.')
  id: string;

  @EnumField('Why a person is wanted.', ESCALATION_REASONS)
  reason: EscalationReason;

  @IdField('The person who was chosen or has accepted; null while nobody is.', { nullable: true })
  agentId: string | null;
}

export class ReplyIntentDto {
  @TextField('Name of the intent.', { example: 'track_order' })
  name: string;

  @NumberField('Calibrated probability that this intent is right and the message in scope.', { min: 0, max: 1 })
  confidence: number;

  @BooleanField('Whether the message is about anything that the bot was trained for.')
  inScope: boolean;

  @BooleanField('Whether the reply is the own answer of the intent.')
  isAnswer: boolean;

  @IntegerField('Version of the model that has read it.')
  modelVersion: number;
}

export class ReplyReferenceDto {
  @TextField('As it was said.', { example: 'it' })
  reference: string;

  @TextField('What it stands for.', { example: 'the espresso machine' })
  resolvedTo: string;

  @IdField('Of the stored entity; null when it was named in the same message.', { nullable: true })
  entityId: string | null;

  @TextField('Kind of the entity.')
  type: string;

  @NumberField('How sure that is.', { min: 0, max: 1 })
  confidence: number;
}

export class ReplyEntityDto {
  @TextField('Kind of the entity: email, phone, url, money, quantity, date, code, or one of the team.', {
    example: 'money',
  })
  type: string;

  @TextField('Normalised.', { example: '20 EUR' })
  value: string;
}

export class ReplyContextDto {
  @NestedField("What the bot's trained model made of the message; null when the bot has none.", () => ReplyIntentDto, {
    nullable: true,
  })
  intent: ReplyIntentDto | null;

  @TextField('The message with its references named; absent when it has none.', { optional: true })
  resolvedText?: string;

  @NestedListField('What the references stand for.', () => ReplyReferenceDto, { optional: true })
  references?: ReplyReferenceDto[];

  @NestedListField('What the message names.', () => ReplyEntityDto)
  entities: ReplyEntityDto[];

  @TextListField('What the user is about, the latest first.')
  topics: string[];
}

export class PluginRunDto {
  @TextField('Name of the plugin.')
  plugin: string;

  @TextField('Its version.')
  version: string;

  @EnumField('When it was asked.', PHASES, { name: 'PluginPhase' })
  phase: PluginPhase;

  @TextField('The tool that was called.', { optional: true })
  tool?: string;

  @EnumField('How it went; a plugin that was `skipped` was not asked at all.', RUN_OUTCOMES, { name: 'PluginOutcome' })
  outcome: RunOutcome;

  @NumberField('How long it took, in milliseconds.', { min: 0 })
  durationMs: number;

  @TextField('Why it did not go well.', { optional: true })
  message?: string;
}

export class ReplyTraceDto {
  @NestedListField('What plugins did, in the order in which they were asked.', () => PluginRunDto)
  plugins: PluginRunDto[];
}

export class ChatbotReply {
  @IdField('The conversation.')
  conversationId: string;

  @TextField('The session; send it with the next message.')
  sessionId: string;

  @IdField('Id of the reply.')
  messageId: string;

  @TextField('The reply.')
  text: string;

  @DateField('When it was made.')
  timestamp: string;

  @EnumField(
    'Who answers from now on: the bot, the bot while a person is waited for, or a person, and the bot is silent.',
    HANDLINGS,
    { name: 'Handling' },
  )
  handling: Handling;

  @NestedField('The way to a person that the conversation is on.', () => ReplyEscalationDto, { optional: true })
  escalation?: ReplyEscalationDto;

  @BooleanField(
    'True when a person answers: the text says so to the user, nothing of it is kept, and `messageId` is no message.',
  )
  isNotice: boolean;

  @NestedListField(
    'What the reply rests on, best first; empty when the knowledge does not hold the answer.',
    () => ReplySourceDto,
  )
  sources: ReplySourceDto[];

  @ObjectField(
    'How the reply came about, when the request asked for it with `explain`: how the message was understood, the readings of ' +
      'each question with the scores of every channel, what was judged and why something was left out, thresholds, decision. ' +
      'Told to the caller who asked, and not stored.',
    { optional: true },
  )
  explanation?: Record<string, unknown>;

  @NumberField('Calibrated probability that the reply answers the message from the knowledge.', { min: 0, max: 1 })
  confidence: number;

  @TextField('The model that spoke; `none` when no model was asked.', { example: 'extractive' })
  model: string;

  @IntegerField('Its id, if it has one.', { nullable: true })
  modelId: number | null;

  @NestedListField(
    'Models that should have spoken and failed, in the order in which they were asked.',
    () => FailedModelDto,
  )
  failedModels: FailedModelDto[];

  @BooleanField('Whether it is the answer of a question or of an intent, word for word.')
  isVerified: boolean;

  @NestedListField('What may be asked next.', () => SuggestedPrompt)
  relatedPrompts: SuggestedPrompt[];

  @NestedListField('What the reply had to do without, as a search by meaning.', () => ShortfallDto)
  shortfalls: ShortfallDto[];

  @NestedField('What the message means and names.', () => ReplyContextDto)
  context: ReplyContextDto;

  @NestedField('What plugins did; absent when none was asked.', () => ReplyTraceDto, { optional: true })
  trace?: ReplyTraceDto;

  @NestedField('Tokens that were used.', () => ReplyUsageDto)
  usage: ReplyUsageDto;

  @NumberField('What they cost by the prices of the model, in US dollars; absent when it has none.', {
    optional: true,
    min: 0,
  })
  costUsd?: number;
}

export class HistoryQuery extends PageQuery {
  @TextField(SESSION, { minLength: 1, maxLength: 128 })
  sessionId: string;
}

export class HistoryMessageDto {
  @IdField('Id of the message.')
  id: string;

  @EnumField(
    'Who spoke: the user, the bot, a person of the team (`agent`), or the service about the conversation (`system`).',
    MESSAGE_ROLES,
    { name: 'MessageRole' },
  )
  role: MessageRole;

  @TextField('What was said.')
  content: string;

  @DateField('When it was said.')
  timestamp: string;

  @NestedField("Of a reply: what the bot's trained model made of the message before it.", () => ReplyIntentDto, {
    optional: true,
  })
  intent?: ReplyIntentDto;
}

export class RateResponse {
  @TextField('The conversation.', { maxLength: 128 })
  conversationId: string;

  @EnumField('The judgement.', RATINGS, { name: 'Rating' })
  rating: Rating;

  @TextField('The reply that is judged.', { optional: true, minLength: 1, maxLength: 128 })
  messageId?: string;

  @TextField('What was asked.', { optional: true, maxLength: 32_000, example: 'What are your opening hours?' })
  query?: string;

  @TextField('What was answered.', { optional: true, maxLength: 100_000, example: 'We are open 9 to 5.' })
  response?: string;

  @TextField('Who judges.', { optional: true, maxLength: 256 })
  userId?: string;

  @TextField('Why.', { optional: true, maxLength: 4_000 })
  comment?: string;
}

export class ResponseRating {
  @IdField('Id of the rating.')
  id: string;

  @EnumField('The judgement.', RATINGS)
  rating: Rating;
}

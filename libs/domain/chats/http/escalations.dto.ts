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
  type StreamedTypes,
  TextField,
} from '#infra/http';
import { MESSAGE_ROLES, type MessageRole } from '../chats.types';
import {
  ESCALATION_REASONS,
  ESCALATION_STATES,
  type EscalationReason,
  type EscalationState,
  HANDLINGS,
  type Handling,
} from '../handoff/hand-off.types';
import { ReplySourceDto } from './chats.dto';

const STATUSES = ['active', 'escalated', 'resolved'] as const;
type Status = (typeof STATUSES)[number];

export class PersonDto {
  @IdField('Id of the user.')
  id: string;

  @TextField('Name that end users see.', { example: 'Ada' })
  name: string;
}

export class EscalationDto {
  @IdField('Its id.')
  id: string;

  @IdField('The conversation.')
  conversationId: string;

  @IdField('The chatbot that the conversation is with.')
  chatbotId: string;

  @TextField('The session that the conversation is known by.')
  sessionId: string;

  @TextField('The end user, in the words of whoever sent the messages.')
  userId: string;

  @TextField('What the end user writes through.', { example: 'api' })
  channel: string;

  @EnumField(
    'Why a person is wanted: a trigger of the chatbot, `requested` through an API, or `taken_over` by a person unasked.',
    ESCALATION_REASONS,
  )
  reason: EscalationReason;

  @EnumField(
    '`waiting` until a person accepts, `active` while one answers; then the bot answers again (`returned`) or the conversation is `resolved`.',
    ESCALATION_STATES,
  )
  state: EscalationState;

  @TextField('What the end user had said last.')
  summary: string;

  @NumberField('Of the reply that was not sure enough; null when there was none.', { nullable: true, min: 0, max: 1 })
  confidence: number | null;

  @NestedField('The person who was chosen, or has accepted; null while nobody is.', () => PersonDto, { nullable: true })
  agent: PersonDto | null;

  @IntegerField('Messages of the conversation.', { min: 0 })
  messageCount: number;

  @IntegerField('Messages that people have written since.', { min: 0 })
  replyCount: number;

  @IntegerField('Times that it went from one person to another.', { min: 0 })
  transferCount: number;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When the person was chosen.', { nullable: true })
  assignedAt: string | null;

  @DateField('When the person accepted.', { nullable: true })
  acceptedAt: string | null;

  @DateField('When a person wrote first.', { nullable: true })
  firstReplyAt: string | null;

  @DateField('When it was over.', { nullable: true })
  endedAt: string | null;
}

export class AttachmentDto {
  @IdField('Id of the file.')
  id: string;

  @TextField('Its name.', { example: 'invoice.pdf' })
  name: string;

  @TextField('Its media type.', { example: 'application/pdf' })
  mediaType: string;
}

export class ConversationMessageDto {
  @IdField('Id of the message.')
  id: string;

  @IntegerField('Place in the conversation, from 1; replies that came to nothing leave gaps.', { min: 1 })
  position: number;

  @EnumField(
    'Who spoke: the user, the bot, a person of the team (`agent`), or the service about the conversation (`system`).',
    MESSAGE_ROLES,
  )
  role: MessageRole;

  @TextField('What was said.')
  content: string;

  @DateField('When it was said.')
  timestamp: string;

  @NumberField('Of a reply of the bot: calibrated probability that it answers the message from the knowledge.', {
    optional: true,
    min: 0,
    max: 1,
  })
  confidence?: number;

  @NestedListField('What a reply of the bot rests on.', () => ReplySourceDto, { optional: true })
  sources?: ReplySourceDto[];

  @TextField('The model that spoke.', { optional: true })
  model?: string;

  @IdField('Of a reply: the integration that was chosen to answer.', { optional: true })
  integrationId?: string;

  @BooleanField('True when nobody wrote it: no person, no model and no back-end, as of messages of the service.', {
    optional: true,
  })
  isSynthetic?: true;

  @NestedField('The person, when one spoke who is still known.', () => PersonDto, { optional: true })
  author?: PersonDto;

  @NestedListField('Files that came with it.', () => AttachmentDto, { optional: true })
  attachments?: AttachmentDto[];

  @ObjectField('What the sender keeps with it.', { optional: true })
  metadata?: Record<string, unknown>;
}

export class ConversationDto {
  @IdField('Its id.')
  id: string;

  @EnumField(
    'Who answers: the bot, the bot while a person is waited for, or a person, and the bot is silent.',
    HANDLINGS,
  )
  handling: Handling;

  @EnumField(
    '`escalated` while a person is waited for or answers, `resolved` until the next message, else `active`.',
    STATUSES,
  )
  status: Status;

  @ObjectField('What the sender keeps with it.', { nullable: true })
  metadata: Record<string, unknown> | null;

  @DateField('When it began.')
  startedAt: string;

  @DateField('When the last message came.')
  lastMessageAt: string;

  @DateField('When it was resolved.', { nullable: true })
  resolvedAt: string | null;

  @NestedListField('The latest messages, oldest first.', () => ConversationMessageDto)
  messages: ConversationMessageDto[];
}

export class EscalationDetails extends EscalationDto {
  @NestedField('The conversation, with its latest 200 messages.', () => ConversationDto)
  conversation: ConversationDto;
}

export class EscalationSaid {
  @NestedField('The way to a person on which it was said.', () => EscalationDto)
  escalation: EscalationDto;

  @NestedField('What was said.', () => ConversationMessageDto)
  message: ConversationMessageDto;
}

/** The `data` of each frame of the escalations that are followed. */
export const ESCALATION_FRAMES: StreamedTypes = {
  'escalations.open': [EscalationDto],
  'escalation.created': EscalationDto,
  'escalation.assigned': EscalationDto,
  'escalation.accepted': EscalationDto,
  'escalation.ended': EscalationDto,
  'escalation.message': EscalationSaid,
};

export class EscalationQuery extends PageQuery {
  @EnumField('Only those in this state.', ESCALATION_STATES, { optional: true })
  state?: EscalationState;

  @BooleanField('Only those that you were chosen for or have accepted.', { optional: true })
  mine?: boolean;

  @IdField('Only those of this chatbot.', { optional: true })
  botId?: string;
}

export class CreateEscalation {
  @IdField('The conversation.')
  conversationId: string;

  @BooleanField('Whether you accept it yourself, at once. Otherwise somebody is called.', {
    optional: true,
    default: false,
  })
  accept?: boolean;
}

export class AgentMessage {
  @TextField('What you say to the end user.', { maxLength: 32_000, example: 'Hello, this is Ada. How can I help?' })
  content: string;
}

export class TransferEscalation {
  @IdField('The support agent who is to answer. Without it, whoever of the others has most room.', { optional: true })
  agentId?: string;
}

export class AssignEscalation {
  @IdField('The support agent who is to accept it.')
  agentId: string;
}

export class ReturnEscalation {
  @TextField('What you say to the end user before.', { optional: true, minLength: 1, maxLength: 32_000 })
  message?: string;
}

export class StatisticsPeriod {
  @DateField('From this moment. Default: 30 days ago.', { optional: true, takes: 'day or moment' })
  from?: string;

  @DateField('Until before this moment. Default: now.', { optional: true, takes: 'day or moment' })
  to?: string;
}

export class DurationsDto {
  @IntegerField('Of how many escalations it is known.', { min: 0 })
  count: number;

  @NumberField('Mean, in milliseconds.', { nullable: true, min: 0 })
  meanMs: number | null;

  @NumberField('Half of them took at most so many milliseconds.', { nullable: true, min: 0 })
  p50Ms: number | null;

  @NumberField('95 % of them took at most so many milliseconds.', { nullable: true, min: 0 })
  p95Ms: number | null;
}

export class EscalationStatisticsDto {
  @DateField('Begin of the period.')
  from: string;

  @DateField('End of the period.')
  to: string;

  @IntegerField('Escalations that were made within it.', { min: 0 })
  total: number;

  @ObjectField('How many, by reason.')
  byReason: Record<string, number>;

  @ObjectField('How many, by the state that they are in now.')
  byState: Record<string, number>;

  @NestedField('From the escalation until a person accepted.', () => DurationsDto)
  waiting: DurationsDto;

  @NestedField('From the escalation until a person wrote first.', () => DurationsDto)
  firstReply: DurationsDto;

  @NestedField('From accepting until it was over.', () => DurationsDto)
  handling: DurationsDto;
}

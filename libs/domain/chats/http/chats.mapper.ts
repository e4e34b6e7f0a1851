import type { Reply, ReplyIntent, ReplySource } from '#domain/replies';
import type { SseFrame } from '#infra/http';
import {
  type Answer,
  type AskAttachment,
  type AskInput,
  DONE,
  type HistoryEntry,
  type ToolFrame,
  type TurnFrame,
  type TurnPosition,
  type TurnStart,
} from '../chats.types';
import type {
  ChatbotReply,
  HistoryMessageDto,
  ReplyContextDto,
  ReplyIntentDto,
  ReplySourceDto,
  SendMessage,
} from './chats.dto';

export function toAskInput(
  { message, sessionId, userId, metadata }: SendMessage,
  isStreamed: boolean,
  attachments: readonly AskAttachment[],
): AskInput {
  return {
    message,
    isStreamed,
    ...(sessionId === undefined ? {} : { sessionKey: sessionId }),
    ...(userId === undefined ? {} : { userRef: userId }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}

export function toChatbotReply(answer: Answer): ChatbotReply {
  const { reply } = answer;
  return {
    conversationId: answer.conversationId,
    sessionId: answer.sessionKey,
    messageId: answer.messageId,
    text: reply.text,
    timestamp: answer.answeredAt.toISOString(),
    handling: answer.handling,
    ...(answer.escalation ? { escalation: answer.escalation } : {}),
    isNotice: answer.isNotice === true,
    sources: reply.sources.map(toSource),
    confidence: reply.confidence,
    model: reply.model,
    modelId: reply.modelId ?? null,
    failedModels: [...(reply.failedModels ?? [])],
    isVerified: reply.isVerified === true,
    relatedPrompts: [...(reply.relatedPrompts ?? [])],
    shortfalls: (reply.shortfalls ?? []).map(({ reason, message }) => ({ reason, message })),
    context: toContext(reply),
    ...(reply.trace ? { trace: { plugins: [...reply.trace.plugins] } } : {}),
    usage: reply.usage,
    ...(reply.costUsd === undefined ? {} : { costUsd: reply.costUsd }),
  };
}

function toContext({ intent, context = {} }: Reply): ReplyContextDto {
  const { resolvedText, references, entities = [], topics = [] } = context;
  return {
    intent: intent ? toIntent(intent) : null,
    ...(resolvedText === undefined ? {} : { resolvedText }),
    ...(references === undefined ? {} : { references: [...references] }),
    entities: entities.map(({ type, value }) => ({ type, value })),
    topics: topics.map(({ name }) => name),
  };
}

function toIntent({ isAnswer, ...read }: ReplyIntent): ReplyIntentDto {
  return { ...read, isAnswer: isAnswer === true };
}

export function toHistoryMessage({ at, intent, ...entry }: HistoryEntry): HistoryMessageDto {
  return { ...entry, timestamp: at.toISOString(), ...(intent ? { intent: toIntent(intent) } : {}) };
}

/** One frame on the wire; its id is where a reader resumes. `beside` the reply, who asked is told more. */
export function toSseFrame(
  messageId: string,
  frame: TurnFrame | ToolFrame,
  beside: () => object = () => ({}),
): SseFrame {
  const data = dataOf(frame);
  const told = frame.type === 'done' ? { ...(data as object), ...beside() } : data;
  return { id: `${messageId}.${frame.cursor}`, event: frame.type, data: told };
}

const FRAME_ID = new RegExp(`^([0-9a-f-]{36})\\.(\\d{1,9}|${DONE})$`, 'i');

/** Reads `Last-Event-ID`; undefined when it is none of ours. */
export function toTurnPosition(lastEventId: string): TurnPosition | undefined {
  const [, messageId, cursor] = FRAME_ID.exec(lastEventId.trim()) ?? [];
  if (messageId === undefined || cursor === undefined) return undefined;
  return { messageId: messageId.toLowerCase(), cursor: cursor === DONE ? DONE : Number(cursor) };
}

function dataOf(frame: TurnFrame | ToolFrame): unknown {
  switch (frame.type) {
    case 'started':
      return toStarted(frame.turn);
    case 'sources':
      return frame.sources.map(toSource);
    case 'delta':
      return { text: frame.text };
    case 'tool':
      return { plugin: frame.run.plugin, tool: frame.run.tool, outcome: frame.run.outcome };
    case 'done':
    case 'withdrawn':
      return toChatbotReply(frame.answer);
  }
}

function toStarted(turn: TurnStart) {
  return {
    conversationId: turn.conversationId,
    sessionId: turn.sessionKey,
    messageId: turn.messageId,
    userMessageId: turn.userMessageId,
    timestamp: turn.askedAt.toISOString(),
  };
}

export function toSource(source: ReplySource): ReplySourceDto {
  return {
    id: source.id,
    title: source.title,
    type: source.type,
    knowledgeBaseId: source.baseId,
    itemId: source.documentId,
    passage: source.passage,
    score: source.score,
    ...(source.section === null ? {} : { section: source.section }),
    ...placeOf(source),
    ...linkOf(source),
  };
}

/** What a page may put into a link: the `url` that the metadata of a document give. */
function linkOf({ metadata }: ReplySource): Partial<ReplySourceDto> {
  const url = metadata?.url;
  return typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url) ? { url } : {};
}

/** Replies from before there were quotes have none. */
function placeOf({ page, quote, start, end, documentOffset }: ReplySource): Partial<ReplySourceDto> {
  return {
    ...(page === undefined ? {} : { page }),
    ...(quote === undefined || start === undefined || end === undefined ? {} : { quote, start, end }),
    ...(documentOffset === undefined ? {} : { documentOffset }),
  };
}

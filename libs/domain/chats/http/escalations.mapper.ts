import { dateOf, type SseFrame } from '#infra/http';
import { DAY_MS, invalidInput } from '#kernel';
import type { Conversation, ConversationMessage } from '../chats.types';
import type { Escalation, EscalationFilter, EscalationStatistics, SupportAgent } from '../handoff/hand-off.types';
import type { Period } from '../handoff/statistics.service';
import type { TeamFeedItem } from '../handoff/team-feed.types';
import { toSource } from './chats.mapper';
import type {
  ConversationDto,
  ConversationMessageDto,
  EscalationDetails,
  EscalationDto,
  EscalationQuery,
  EscalationStatisticsDto,
  StatisticsPeriod,
} from './escalations.dto';
import type { SupportAgentDto } from './support-agents.dto';

const DEFAULT_PERIOD_MS = 30 * DAY_MS;
const PERIOD_PROBLEM = { field: 'to', message: 'to must be later than from.' };

export function toEscalationFilter({ state, mine, botId }: EscalationQuery): EscalationFilter {
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(mine === undefined ? {} : { isMine: mine }),
    ...(botId === undefined ? {} : { botId }),
  };
}

export function toEscalation(escalation: Escalation): EscalationDto {
  return {
    id: escalation.id,
    conversationId: escalation.conversationId,
    chatbotId: escalation.botId,
    sessionId: escalation.sessionKey,
    userId: escalation.userRef,
    channel: escalation.channel,
    reason: escalation.reason,
    state: escalation.state,
    summary: escalation.summary,
    confidence: escalation.confidence,
    agent: escalation.agent,
    messageCount: escalation.messageCount,
    replyCount: escalation.replyCount,
    transferCount: escalation.transferCount,
    createdAt: escalation.createdAt.toISOString(),
    assignedAt: timeOf(escalation.assignedAt),
    acceptedAt: timeOf(escalation.acceptedAt),
    firstReplyAt: timeOf(escalation.firstReplyAt),
    endedAt: timeOf(escalation.endedAt),
  };
}

export function toEscalationDetails(
  escalation: Escalation,
  conversation: Conversation,
  messages: readonly ConversationMessage[],
): EscalationDetails {
  return { ...toEscalation(escalation), conversation: toConversationDto(conversation, messages) };
}

export function toConversationMessage({
  at,
  sources,
  usage: _,
  attachments,
  ...message
}: ConversationMessage): ConversationMessageDto {
  return {
    ...message,
    timestamp: at.toISOString(),
    ...(sources ? { sources: sources.map(toSource) } : {}),
    ...(attachments ? { attachments: [...attachments] } : {}),
  };
}

export function toTeamFrame(item: TeamFeedItem): SseFrame {
  if (item.type === 'open') return { event: 'escalations.open', data: item.escalations.map(toEscalation) };
  const escalation = toEscalation(item.escalation);
  if (item.type !== 'message') return { event: `escalation.${item.type}`, data: escalation };
  return { event: 'escalation.message', data: { escalation, message: toConversationMessage(item.message) } };
}

export function toSupportAgent({ updatedAt, ...agent }: SupportAgent): SupportAgentDto {
  return { ...agent, updatedAt: updatedAt.toISOString() };
}

/** @throws AppError `input.invalid` */
export function toPeriod({ from, to }: StatisticsPeriod, now: Date): Period {
  const end = to === undefined ? now : dateOf(to);
  const period = { from: from === undefined ? new Date(end.getTime() - DEFAULT_PERIOD_MS) : dateOf(from), to: end };
  if (period.from >= period.to) throw invalidInput([PERIOD_PROBLEM]);
  return period;
}

export function toStatistics(statistics: EscalationStatistics, { from, to }: Period): EscalationStatisticsDto {
  return { from: from.toISOString(), to: to.toISOString(), ...statistics };
}

function toConversationDto(
  { id, handling, status, metadata, startedAt, lastMessageAt, resolvedAt }: Conversation,
  messages: readonly ConversationMessage[],
): ConversationDto {
  return {
    id,
    handling,
    status,
    metadata,
    startedAt: startedAt.toISOString(),
    lastMessageAt: lastMessageAt.toISOString(),
    resolvedAt: timeOf(resolvedAt),
    messages: messages.map(toConversationMessage),
  };
}

function timeOf(date: Date | null): string | null {
  return date ? date.toISOString() : null;
}

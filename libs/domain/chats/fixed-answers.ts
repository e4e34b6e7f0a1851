/** Answers that no bot has made: that a person is called, that one answers. */
import { type HandOffTextKind, handOffText, type Reply } from '#domain/replies';
import type { Answer, AnswerEscalation, TurnStart } from './chats.types';

/** As a reply of nobody: no model was asked. */
export function fixedReply(text: string, latencyMs = 0): Reply {
  const usage = { inputTokens: 0, outputTokens: 0 };
  return { text, sources: [], confidence: 0, grounded: false, model: 'none', usage, latencyMs };
}

/** What the end user is told in place of a reply while a person answers. */
export function humanNotice(
  start: TurnStart,
  language: string,
  escalation: AnswerEscalation | null,
  at: Date,
  kind: HandOffTextKind = 'human',
): Answer {
  return {
    ...start,
    reply: fixedReply(handOffText(kind, language)),
    answeredAt: at,
    handling: 'human',
    isNotice: true,
    ...(escalation ? { escalation } : {}),
  };
}

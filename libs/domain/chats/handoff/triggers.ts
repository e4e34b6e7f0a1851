/**
 * What makes a conversation go to a person, as pure rules. Those of a message are asked before the reply is made, which then is
 * not; those of a reply afterwards.
 */
import type { HandOffPolicy } from '#domain/bots';
import type { MessageReading, Reply } from '#domain/replies';
import { MINUTE_MS } from '#kernel';
import type { EscalationReason } from './hand-off.types';

export interface EarlierMessage {
  role: 'user' | 'bot';
  at: Date;
  isGrounded: boolean;
  isSmallTalk: boolean;
}

/** How the conversation has gone since it began, or since it last came back from a person or from a pause. */
export interface Course {
  /** With the one that is being answered. */
  turns: number;
  beganAt: Date;
  /** Replies without grounds, one after the other, just before this one. */
  ungrounded: number;
}

/** Looked at when nothing but a time is limited. */
const DEFAULT_TURNS = 100;

/** What signals a message is to be read for. */
export function wantedSignals({ onUserRequest, frustrationAbove }: HandOffPolicy) {
  return { wish: onUserRequest !== false, frustration: frustrationAbove !== undefined };
}

export function triggerOfMessage(
  { onUserRequest, frustrationAbove }: HandOffPolicy,
  { wantsPerson, frustration }: MessageReading,
): EscalationReason | undefined {
  if (onUserRequest !== false && wantsPerson) return 'user_request';
  return frustrationAbove !== undefined && frustration > frustrationAbove ? 'frustration' : undefined;
}

/** Earlier messages that `courseOf` needs; 0 when the policy asks for nothing of them. */
export function lookedBack({ noContextTurns = 0, maxTurns, maxMinutes }: HandOffPolicy): number {
  const turns = Math.max(noContextTurns - 1, maxTurns ?? (maxMinutes === undefined ? 0 : DEFAULT_TURNS), 0);
  return 2 * turns;
}

/** @param earlier newest first; @param pauseMs a longer silence means that what came before is another matter */
export function courseOf(earlier: readonly EarlierMessage[], askedAt: Date, pauseMs: number): Course {
  const course = { turns: 1, beganAt: askedAt, ungrounded: 0 };
  let isRun = true;
  for (const { role, at, isGrounded, isSmallTalk } of earlier) {
    if (course.beganAt.getTime() - at.getTime() > pauseMs) break;
    course.beganAt = at;
    if (role === 'user') course.turns += 1;
    else if (isGrounded) isRun = false;
    else if (isRun && !isSmallTalk) course.ungrounded += 1;
  }
  return course;
}

export function triggerOfReply(
  policy: HandOffPolicy,
  { confidence, grounded, isSmallTalk }: Pick<Reply, 'confidence' | 'grounded' | 'isSmallTalk'>,
  course: Course | undefined,
  at: Date,
): EscalationReason | undefined {
  const { confidenceBelow, noContextTurns, maxTurns, maxMinutes } = policy;
  if (confidenceBelow !== undefined && !isSmallTalk && confidence < confidenceBelow) return 'low_confidence';
  const ungrounded = grounded || isSmallTalk ? 0 : 1 + (course?.ungrounded ?? 0);
  if (noContextTurns !== undefined && ungrounded > 0 && ungrounded >= noContextTurns) return 'no_context';
  if (!course) return undefined;
  if (maxTurns !== undefined && course.turns > maxTurns) return 'turn_limit';
  const minutes = (at.getTime() - course.beganAt.getTime()) / MINUTE_MS;
  return maxMinutes !== undefined && minutes > maxMinutes ? 'time_limit' : undefined;
}

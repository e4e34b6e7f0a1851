import type { Answer, AnswerEscalation, TurnStart } from './chats.types';
import { humanNotice } from './fixed-answers';
import { LiveTurn, startOf } from './live-turn';
import type { StoredTurnRow } from './turns.queries';

/** A turn that is over, as its readers would have seen it; `row` is complete or withdrawn. */
export function storedTurn(messageId: string, row: StoredTurnRow): LiveTurn {
  const start = startOf({ ...row, messageId });
  return row.state === 'withdrawn' ? withdrawnTurn(start, row) : LiveTurn.stored(answerOf(start, row), row.principal);
}

function withdrawnTurn(start: TurnStart, { principal, escalation, answeredAt, handling }: StoredTurnRow): LiveTurn {
  const turn = new LiveTurn(start, principal);
  const notice = humanNotice(start, escalation?.language ?? '', outward(escalation), answeredAt ?? start.askedAt);
  turn.withdraw({ ...notice, handling });
  return turn;
}

function answerOf(start: TurnStart, { text, reply, answeredAt, handling, escalation }: StoredTurnRow): Answer {
  const open = outward(escalation);
  return {
    ...start,
    reply: { ...reply!, text },
    answeredAt: answeredAt!,
    handling,
    ...(open ? { escalation: open } : {}),
  };
}

function outward(escalation: StoredTurnRow['escalation']): AnswerEscalation | null {
  return escalation && { id: escalation.id, reason: escalation.reason, agentId: escalation.agentId };
}

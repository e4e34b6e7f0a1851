import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Actor } from '#kernel';
import { requireTeamMember } from '../conversation-access';
import {
  type Durations,
  ESCALATION_REASONS,
  ESCALATION_STATES,
  type EscalationReason,
  type EscalationState,
  type EscalationStatistics,
} from './hand-off.types';

/** `to` is exclusive. */
export interface Period {
  from: Date;
  to: Date;
}

interface CountRow {
  reason: EscalationReason;
  state: EscalationState;
  count: number;
}

/** Milliseconds of an interval between two columns. */
const millisecondsBetween = (from: string, to: string) => `extract(epoch from ${to} - ${from})::float8 * 1000`;

const durations = (name: string, from: string, to: string) => {
  const ms = millisecondsBetween(from, to);
  return `json_build_object('count', count(${to} - ${from}), 'meanMs', avg(${ms}),
    'p50Ms', percentile_cont(0.5) within group (order by ${ms}),
    'p95Ms', percentile_cont(0.95) within group (order by ${ms})) as "${name}"`;
};

/** How a team's escalations have fared. */
@Injectable()
export class EscalationStatisticsReader {
  constructor(private readonly database: Database) {}

  /** Of those that were made within the period. By escalation_team_id_idx. */
  async report(actor: Actor, { from, to }: Period): Promise<EscalationStatistics> {
    requireTeamMember(actor, 'conversations:read');
    const { teamId } = actor;
    const within = 'from escalation where team_id = $1 and created_at >= $2 and created_at < $3';
    const counts = await this.database.query<CountRow>(
      `select reason, state, count(*)::int as count ${within} group by reason, state`,
      [teamId, from, to],
    );
    const [times] = await this.database.query<Record<'waiting' | 'firstReply' | 'handling', Durations>>(
      `select ${durations('waiting', 'created_at', 'accepted_at')},
         ${durations('firstReply', 'created_at', 'first_reply_at')},
         ${durations('handling', 'accepted_at', 'ended_at')}
       ${within}`,
      [teamId, from, to],
    );
    return {
      total: counts.reduce((sum, { count }) => sum + count, 0),
      byReason: tally(ESCALATION_REASONS, counts, ({ reason }) => reason),
      byState: tally(ESCALATION_STATES, counts, ({ state }) => state),
      ...times!,
    };
  }
}

function tally<Key extends string>(
  keys: readonly Key[],
  rows: readonly CountRow[],
  keyOf: (row: CountRow) => Key,
): Record<Key, number> {
  const sums = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const row of rows) sums[keyOf(row)] += row.count;
  return sums;
}

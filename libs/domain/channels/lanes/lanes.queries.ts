import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

/** What is seen to by one run at a time: a chat (inbound), or a conversation (outbound), of a channel. */
export interface Lane {
  teamId: string;
  channelId: string;
  direction: 'inbound' | 'outbound';
  /** Of the chat or the conversation. */
  name: string;
}

export interface LanePlace extends Lane {
  runId: string;
  now: Date;
  leaseUntil: Date;
}

/** True while the run `$1` has the lane `$2, $3, $4`; holds it for the statement. For conditions of other statements. */
export const HAS_LANE = `exists (select from channel_lane where channel_id = $2 and direction = $3 and name = $4 and run_id = $1)`;

export function laneParameters({ runId, channelId, direction, name }: LanePlace) {
  return [runId, channelId, direction, name];
}

/** All by channel_lane_pkey. */
@Injectable()
export class LanesQueries {
  constructor(private readonly database: Database) {}

  /** False when another run has it. */
  async take({ teamId, channelId, direction, name, runId, now, leaseUntil }: LanePlace): Promise<boolean> {
    const count = await this.database.execute(
      `insert into channel_lane (team_id, channel_id, direction, name, run_id, lease_until)
       select $1, id, $3, $4, $5, $6 from channel where id = $2
       on conflict (channel_id, direction, name) do update set run_id = excluded.run_id, lease_until = excluded.lease_until
       where channel_lane.run_id is null or channel_lane.lease_until <= $7`,
      [teamId, channelId, direction, name, runId, leaseUntil, now],
    );
    return count > 0;
  }

  /** False when the run no longer has it. */
  async beat(place: LanePlace): Promise<boolean> {
    const count = await this.database.execute(
      `update channel_lane set lease_until = $5 where channel_id = $2 and direction = $3 and name = $4 and run_id = $1`,
      [...laneParameters(place), place.leaseUntil],
    );
    return count > 0;
  }

  async release(place: LanePlace): Promise<void> {
    await this.database.execute(
      `update channel_lane set run_id = null, lease_until = null
       where channel_id = $2 and direction = $3 and name = $4 and run_id = $1`,
      laneParameters(place),
    );
  }

  /** Those that nobody has: they are made again when they are needed. By channel_lane_lease_until_idx. */
  deleteIdle(before: Date, limit: number): Promise<number> {
    return this.database.execute(
      `delete from channel_lane where ctid = any (array(
         select ctid from channel_lane where lease_until is null or lease_until < $1 limit $2 for update skip locked))`,
      [before, limit],
    );
  }
}

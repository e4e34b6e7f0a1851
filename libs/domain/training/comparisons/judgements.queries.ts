import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

export interface StoredJudgements {
  version: number;
  /** Null of models that were trained before they were kept. */
  judgements: Buffer | null;
}

export interface VersionChoice {
  activeVersion: number | null;
  /** The greatest below the one asked for. */
  versionBefore: number | null;
}

/** What models said of held-out examples. All by training_model's primary key. */
@Injectable()
export class JudgementsQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when there is no such version. About a hundred kilobytes; a megabyte of the largest. */
  async find(teamId: string, botId: string, version: number): Promise<StoredJudgements | undefined> {
    const [row] = await this.database.query<StoredJudgements>(
      'select version, judgements from training_model where bot_id = $1 and version = $2 and team_id = $3',
      [botId, version, teamId],
    );
    return row;
  }

  /** With what a version could be compared. */
  async choice(teamId: string, botId: string, version: number): Promise<VersionChoice> {
    const [row] = await this.database.query<VersionChoice>(
      `select b.active_version as "activeVersion",
         (select max(m.version) from training_model m where m.bot_id = b.bot_id and m.version < $2) as "versionBefore"
       from bot_training b where b.bot_id = $1 and b.team_id = $3`,
      [botId, version, teamId],
    );
    return row ?? { activeVersion: null, versionBefore: null };
  }
}

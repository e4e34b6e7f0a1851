import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#infra/database';
import type { Calibration } from './calibration/calibration.types';
import { ModelEntity } from './model.entity';
import { isPreset } from './presets';

/** Of the column that holds ids. */
const MAX_ID = 2_147_483_647;

/** What others may not do meanwhile: `for_key_share`: delete the row; `pessimistic_write`: change it, either. */
export type ModelLock = 'for_key_share' | 'pessimistic_write';

@Injectable()
export class ModelsQueries {
  constructor(private readonly database: Database) {}

  /** A model of the team, or a preset. By model's primary key. */
  async find(teamId: string, id: number, mode?: ModelLock): Promise<ModelEntity | null> {
    if (!Number.isInteger(id) || id < 1 || id > MAX_ID) return null;
    const where = { id, teamId: isPreset(id) ? IsNull() : teamId };
    return this.database.repository(ModelEntity).findOne({ where, ...(mode ? { lock: { mode } } : {}) });
  }

  /** Others who register a model in the team wait until the open transaction ends. By team's primary key. */
  async lockTeam(teamId: string): Promise<void> {
    await this.database.query('select 1 from team where id = $1 for no key update', [teamId]);
  }

  /** By model_team_id_name_key. */
  async countOf(teamId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from model where team_id = $1',
      [teamId],
    );
    return row?.count ?? 0;
  }

  /** Null when there is none, or the row is gone. By model's primary key. */
  async calibrationOf(id: number): Promise<Calibration | null> {
    const [row] = await this.database.query<{ calibration: Calibration | null }>(
      'select calibration from model where id = $1',
      [id],
    );
    return row?.calibration ?? null;
  }

  /** Unless the row is no longer what was calibrated. By model's primary key. */
  async storeCalibration(id: number, version: number, calibration: Calibration): Promise<void> {
    await this.database.execute('update model set calibration = $3 where id = $1 and version = $2', [
      id,
      version,
      JSON.stringify(calibration),
    ]);
  }
}

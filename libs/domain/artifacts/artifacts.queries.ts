import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type {
  Artifact,
  ArtifactListRequest,
  ArtifactSummary,
  ArtifactVersion,
  ArtifactVersionSummary,
} from './artifacts.types';

/** Which artifacts of a team are listed. */
export type ArtifactFilter = Pick<ArtifactListRequest, 'type' | 'search'>;

const SUMMARY = `a.id, a.team_id as "teamId", a.version, a.title, a.type, a.content_length as "contentLength",
  a.created_at as "createdAt", a.updated_at as "updatedAt"`;

/** What the artifact says now, by artifact_version's primary key. */
const CONTENT = '(select v.content from artifact_version v where v.artifact_id = a.id and v.version = a.version)';

const VERSION_SUMMARY = `v.artifact_id as "artifactId", v.version, v.title, v.type, v.content_length as "contentLength",
  v.restored_from as "restoredFrom", v.created_at as "createdAt"`;

/**
 * By artifact_team_id_idx. A search reads the contents of the team one by one: asked with EXISTS, the planner reads those of
 * all teams and versions instead.
 */
const LISTED = `from artifact a where a.team_id = $1 and ($2::text is null or a.type = $2)
  and ($3::text is null or a.title ilike $3 or ${CONTENT} ilike $3)`;

@Injectable()
export class ArtifactsQueries {
  constructor(private readonly database: Database) {}

  /** With its first version. */
  async insert({ id, teamId, version, title, type, content, contentLength, createdAt }: Artifact): Promise<void> {
    await this.database.execute(
      `with created as (
         insert into artifact (id, team_id, version, title, type, content_length, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)
       )
       insert into artifact_version (artifact_id, version, title, type, content, content_length, created_at)
       values ($1, $3, $4, $5, $8, $6, $7)`,
      [id, teamId, version, title, type, contentLength, createdAt, content],
    );
  }

  /** The artifact as it is to be from now on, kept as a version of its number. By artifact's primary key. */
  async addVersion(artifact: Artifact, restoredFrom: number | null): Promise<void> {
    const { id, version, title, type, content, contentLength, updatedAt } = artifact;
    await this.database.execute(
      `with changed as (
         update artifact set version = $2, title = $3, type = $4, content_length = $5, updated_at = $6 where id = $1
       )
       insert into artifact_version (artifact_id, version, title, type, content, content_length, restored_from, created_at)
       values ($1, $2, $3, $4, $7, $5, $8, $6)`,
      [id, version, title, type, contentLength, updatedAt, content, restoredFrom],
    );
  }

  /** With all its versions. By artifact's primary key, and artifact_version's. */
  async delete(teamId: string, id: string): Promise<ArtifactSummary | undefined> {
    const [row] = await this.database.query<ArtifactSummary>(
      `delete from artifact a where a.id = $2 and a.team_id = $1 returning ${SUMMARY}`,
      [teamId, id],
    );
    return row;
  }

  /** By artifact's primary key. */
  async find(teamId: string, id: string): Promise<Artifact | undefined> {
    const [row] = await this.database.query<Artifact>(
      `select ${SUMMARY}, ${CONTENT} as content from artifact a where a.id = $2 and a.team_id = $1`,
      [teamId, id],
    );
    return row;
  }

  /** By artifact's primary key. */
  async findSummary(teamId: string, id: string): Promise<ArtifactSummary | undefined> {
    return this.summary(teamId, id, '');
  }

  /**
   * Nobody else changes or deletes it before the open transaction ends. The content must be asked for afterwards: who has
   * waited for the lock sees the row as it is now, but other tables as they were before. By artifact's primary key.
   */
  async lock(teamId: string, id: string): Promise<ArtifactSummary | undefined> {
    return this.summary(teamId, id, 'for no key update');
  }

  /** Newest first. */
  list(teamId: string, request: ArtifactListRequest): Promise<ArtifactSummary[]> {
    return this.slice<ArtifactSummary>(SUMMARY, teamId, request);
  }

  /** Newest first. */
  listWithContent(teamId: string, request: ArtifactListRequest): Promise<Artifact[]> {
    return this.slice<Artifact>(`${SUMMARY}, ${CONTENT} as content`, teamId, request);
  }

  async count(teamId: string, filter: ArtifactFilter): Promise<number> {
    const sql = `select count(*)::int as count ${LISTED}`;
    const [row] = await this.database.query<{ count: number }>(sql, filterValues(teamId, filter));
    return row?.count ?? 0;
  }

  /** From the given version backwards. By artifact_version's primary key. */
  versions(artifactId: string, from: number, limit: number): Promise<ArtifactVersionSummary[]> {
    return this.database.query<ArtifactVersionSummary>(
      `select ${VERSION_SUMMARY} from artifact_version v where v.artifact_id = $1 and v.version <= $2::bigint
       order by v.version desc limit $3`,
      [artifactId, from, limit],
    );
  }

  /** By artifact_version's primary key. */
  async version(artifactId: string, version: number): Promise<ArtifactVersion | undefined> {
    const [row] = await this.database.query<ArtifactVersion>(
      `select ${VERSION_SUMMARY}, v.content from artifact_version v where v.artifact_id = $1 and v.version = $2`,
      [artifactId, version],
    );
    return row;
  }

  private async summary(teamId: string, id: string, lock: string): Promise<ArtifactSummary | undefined> {
    const [row] = await this.database.query<ArtifactSummary>(
      `select ${SUMMARY} from artifact a where a.id = $2 and a.team_id = $1 ${lock}`,
      [teamId, id],
    );
    return row;
  }

  private slice<Row>(columns: string, teamId: string, request: ArtifactListRequest): Promise<Row[]> {
    return this.database.query<Row>(`select ${columns} ${LISTED} order by a.id desc limit $4 offset $5`, [
      ...filterValues(teamId, request),
      request.limit,
      request.offset,
    ]);
  }
}

function filterValues(teamId: string, { type, search }: ArtifactFilter): unknown[] {
  return [teamId, type ?? null, search ? containing(search) : null];
}

/** A pattern of ILIKE in which every character stands for itself. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

import type { Database } from '#infra/database';

export interface FoundBot {
  id: string;
  name: string;
  teamId: string;
}

/** By id or slug; a slug may be that of bots of several teams. Reads all bots: by hand, once in a while. */
export function findBots(database: Database, idOrSlug: string): Promise<FoundBot[]> {
  return database.query<FoundBot>(
    `select id, name, team_id as "teamId" from bot where id::text = lower($1) or slug = $1 order by id limit 10`,
    [idOrSlug],
  );
}

/** The team of a user, by username or e-mail address, or without a name that of the oldest administrator. */
export async function findTeam(database: Database, name: string | undefined): Promise<string | undefined> {
  const [row] = await database.query<{ teamId: string }>(
    `select team_id as "teamId" from app_user
     where case when $1::text is null then role = 'admin' else lower(username) = lower($1) or lower(email) = lower($1) end
     order by id limit 1`,
    [name ?? null],
  );
  return row?.teamId;
}

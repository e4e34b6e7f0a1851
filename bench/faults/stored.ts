/** What must be true in the tables when all has calmed down. */
import { Client } from 'pg';

/** Gives a sentence for each thing that is not so. @param documentIds that must be whole @param botId whose figures must fit */
export async function storedFaults(
  databaseUrl: string,
  documentIds: readonly string[],
  botId: string,
): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return [
      ...(await documentFaults(client, documentIds)),
      ...(await unendedFaults(client)),
      ...(await figureFaults(client, botId)),
    ];
  } finally {
    await client.end();
  }
}

/** The texts are all alike, so all have the same number of passages; the row says it and the table holds it. */
async function documentFaults(client: Client, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query(
    `select d.id, d.state, d.passage_count as told,
       (select count(*)::int from passage p where p.document_id = d.id) as held,
       (select count(distinct p.position)::int from passage p where p.document_id = d.id) as distinct_positions
     from document d where d.id = any($1::uuid[])`,
    [ids],
  );
  const expected = rows[0]?.held;
  return rows.flatMap((row) => {
    const isWhole = row.state === 'ready' && [row.told, row.held, row.distinct_positions].every((n) => n === expected);
    return isWhole ? [] : [`a document is not whole: ${JSON.stringify(row)}`];
  });
}

/** Nothing is left in a state between. */
async function unendedFaults(client: Client): Promise<string[]> {
  const { rows } = await client.query(
    `select 'documents are neither ready nor failed' as what, count(*)::int as count from document
       where kind <> 'item' and state not in ('ready', 'failed', 'cancelled')
     union all select 'events are not told', count(*)::int from outbox where dispatched_at is null
     union all select 'deliveries of webhooks are not delivered', count(*)::int from webhook_delivery where state <> 'delivered'`,
  );
  return rows.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what}`);
}

/** Replies whose process died are given up a while later. */
export async function pendingReplies(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`select count(*)::int as count from message where state = 'pending'`);
    return rows[0].count === 0 ? [] : [`${rows[0].count} replies are still being made`];
  } finally {
    await client.end();
  }
}

/** Each message is counted once, however often its event was told. */
async function figureFaults(client: Client, botId: string): Promise<string[]> {
  const { rows } = await client.query(
    `select (select count(*)::int from message m join conversation c on c.id = m.conversation_id
         where c.bot_id = $1 and m.role = 'user') as stored,
       (select coalesce(sum(user_messages), 0)::int from analytics_cell where bot_id = $1 and grain = 1440) as counted`,
    [botId],
  );
  const { stored, counted } = rows[0];
  return stored === counted ? [] : [`${stored} messages of users are stored, ${counted} are counted`];
}

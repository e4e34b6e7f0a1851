/** What must be true when all has calmed down. Gives a sentence for each thing that is not. */
import { Client } from 'pg';
import type { WireClient } from '../../libs/testing/parley';
import type { AcknowledgedDocument, AcknowledgedTurn, Load } from './load';

export class Verification {
  constructor(
    private readonly wire: WireClient,
    private readonly botId: string,
    private readonly databaseUrl: string,
  ) {}

  async faults(load: Load): Promise<string[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return [
        ...load.unready.map((id) => `document ${id} never became ready`),
        ...(await this.documentFaults(client, load.documents)),
        ...(await this.searchFaults(load.documents)),
        ...(await this.turnFaults(load.turns)),
        ...(await this.betweenFaults(client)),
      ];
    } finally {
      await client.end();
    }
  }

  /** The texts are all alike, so all have the same number of passages; the row says it and the table holds it. */
  private async documentFaults(client: Client, documents: readonly AcknowledgedDocument[]): Promise<string[]> {
    const { rows } = await client.query(
      `select d.id, d.state, d.passage_count as told,
         (select count(*)::int from passage p where p.document_id = d.id) as held,
         (select count(distinct p.position)::int from passage p where p.document_id = d.id) as distinct_positions
       from document d where d.id = any($1::uuid[])`,
      [documents.map(({ id }) => id)],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    const expected = rows[0]?.held;
    return documents.flatMap(({ id }) => {
      const row = found.get(id);
      if (!row) return [`document ${id} was acknowledged and is not there`];
      const isRight =
        row.state === 'ready' && [row.told, row.held, row.distinct_positions].every((n) => n === expected);
      return isRight ? [] : [`document ${id} is not whole: ${JSON.stringify(row)}`];
    });
  }

  private async searchFaults(documents: readonly AcknowledgedDocument[]): Promise<string[]> {
    const bases = await this.wire.get(`/api/v1/chatbots/${this.botId}/knowledge-bases?limit=100`);
    const baseIds: string[] = bases.body.data.map(({ id }: { id: string }) => id);
    const faults: string[] = [];
    for (const { word, title } of documents) {
      const answers = await Promise.all(
        baseIds.map((id) => this.wire.get(`/api/v1/knowledge-bases/${id}/search?query=${word}&method=keyword`)),
      );
      const titles = answers.flatMap(({ body }) => body.data.map((hit: { title: string }) => hit.title));
      if (titles.length !== 1 || titles[0] !== title) faults.push(`a search for ${word} finds ${titles.join(', ')}`);
    }
    return faults;
  }

  private async turnFaults(turns: readonly AcknowledgedTurn[]): Promise<string[]> {
    const faults: string[] = [];
    for (const sessionId of new Set(turns.map((turn) => turn.sessionId))) {
      const history = await this.history(sessionId);
      for (const turn of turns.filter((one) => one.sessionId === sessionId)) {
        const at = history.flatMap(({ content }, index) => (content === turn.message ? [index] : []));
        if (at.length !== 1) faults.push(`turn ${turn.messageId} is there ${at.length} times`);
        else if (history[at[0]! + 1]?.id !== turn.messageId) faults.push(`the reply ${turn.messageId} is missing`);
      }
    }
    return faults;
  }

  private async history(sessionId: string): Promise<Array<{ id: string; content: string }>> {
    const entries = [];
    for (let page = 1; ; page++) {
      const path = `/api/v1/chatbots/${this.botId}/conversation/history`;
      const { body } = await this.wire.get(`${path}?sessionId=${sessionId}&limit=100&page=${page}`);
      entries.push(...body.data);
      if (page >= body.pagination.pages) return entries;
    }
  }

  /** Replies of processes that died are failed by a sweep some minutes later; all else must have come to its end. */
  private async betweenFaults(client: Client): Promise<string[]> {
    const { rows } = await client.query(
      `select 'documents neither ready nor failed' as what, count(*)::int as count from document
         where kind <> 'item' and state not in ('ready', 'failed', 'cancelled')
       union all select 'events not told', count(*)::int from outbox where dispatched_at is null`,
    );
    return rows.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what}`);
  }
}

/** The latest turns of a period, read page by page, so that no statement and no stretch of work holds others up. */
import { Injectable } from '@nestjs/common';
import { InsightsQueries, PAGE_CONVERSATIONS, type TurnCursor, type TurnRow } from './insights.queries';

export interface SampledTurn extends TurnRow {
  /** Of the reply. */
  messageId: string;
}

export interface TurnSample {
  /** The latest first. */
  turns: readonly SampledTurn[];
  /** Whether the period has more than those. */
  isCut: boolean;
}

export const MAX_TURNS = 5_000;
/** Conversations without a turn in the period are passed over, but not for ever. */
const maxPages = 200;

@Injectable()
export class TurnSampling {
  constructor(private readonly queries: InsightsQueries) {}

  async read(botId: string, from: Date, to: Date): Promise<TurnSample> {
    const turns: SampledTurn[] = [];
    let after: TurnCursor | undefined;
    for (let page = 0; page < maxPages && turns.length < MAX_TURNS; page++) {
      const rows = await this.queries.turns(botId, from, to, after);
      for (const row of rows) if (isTurn(row)) turns.push(row);
      const conversations = new Set(rows.map(({ conversationId }) => conversationId)).size;
      after = rows.at(-1);
      if (conversations < PAGE_CONVERSATIONS)
        return { turns: turns.slice(0, MAX_TURNS), isCut: turns.length > MAX_TURNS };
    }
    return { turns: turns.slice(0, MAX_TURNS), isCut: true };
  }
}

function isTurn(row: TurnRow): row is SampledTurn {
  return row.messageId !== null;
}

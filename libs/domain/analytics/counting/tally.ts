import { type Counts, GRAINS, type Grain, PART_GRAINS, startOfGrain } from './counters';

/** Of a bot in a stretch of time; as JSON for SQL. */
export interface CellRow extends Record<string, unknown> {
  bot_id: string;
  grain: Grain;
  at: string;
}

interface Part {
  botId: string;
  atMs: number;
  /** Columns that name it. */
  of: Record<string, string | number | null>;
}

/** Adds up what is to be added to the tables, so that each row is written once. */
export class Tally {
  private readonly cells = new Map<string, CellRow>();
  private readonly models = new Map<string, CellRow>();
  private readonly intents = new Map<string, CellRow>();

  add(botId: string, atMs: number, counts: Counts): void {
    addTo(this.cells, GRAINS, { botId, atMs, of: {} }, counts);
  }

  addModel(botId: string, atMs: number, of: { model: string; model_id: number | null }, counts: Counts): void {
    addTo(this.models, PART_GRAINS, { botId, atMs, of }, counts);
  }

  addIntent(botId: string, atMs: number, intent: string): void {
    addTo(this.intents, PART_GRAINS, { botId, atMs, of: { intent } }, { messages: 1 });
  }

  get cellRows(): CellRow[] {
    return [...this.cells.values()];
  }

  get modelRows(): CellRow[] {
    return [...this.models.values()];
  }

  get intentRows(): CellRow[] {
    return [...this.intents.values()];
  }
}

function addTo(rows: Map<string, CellRow>, grains: readonly Grain[], { botId, atMs, of }: Part, counts: Counts): void {
  for (const grain of grains) {
    const at = startOfGrain(atMs, grain);
    const key = JSON.stringify([botId, grain, at, ...Object.values(of)]);
    const row = rows.get(key) ?? { bot_id: botId, grain, at: new Date(at).toISOString(), ...of };
    rows.set(key, row);
    for (const [counter, count] of Object.entries(counts)) row[counter] = Number(row[counter] ?? 0) + count;
  }
}

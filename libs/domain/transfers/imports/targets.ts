import type { RowError } from '../transfers.types';

interface Taking {
  row: number;
  /** Of what it stands for, when that is there already. */
  id: string | undefined;
  /** What else tells it from others, in words for people. */
  called: readonly string[];
  type: 'item' | 'question';
}

/** What the rows of a file stand for: each thing is one row's alone. */
export class Targets {
  readonly refused: RowError[] = [];
  private readonly rowsByName = new Map<string, number>();

  /** @param rowsById of what earlier batches have written */
  constructor(private readonly rowsById: Map<string, number>) {}

  /** False when an earlier row has it; that is then among `refused`. */
  take({ row, id, called, type }: Taking): boolean {
    const before = this.earlier(id, called, type);
    if (before) {
      this.refused.push({ row, message: `It stands for the same ${type} as row ${before.row}${before.reason}.` });
      return false;
    }
    if (id !== undefined) this.rowsById.set(id, row);
    for (const name of called) this.rowsByName.set(`${type} ${name}`, row);
    return true;
  }

  private earlier(id: string | undefined, called: readonly string[], type: Taking['type']) {
    for (const name of called) {
      const row = this.rowsByName.get(`${type} ${name}`);
      if (row !== undefined) return { row, reason: `: the ${name} is there already` };
    }
    const row = id === undefined ? undefined : this.rowsById.get(id);
    return row === undefined ? undefined : { row, reason: '' };
  }
}

/** What columns and keys are called, by us and by other tools; the first that says something counts. */
const NAMES = {
  input: ['input', 'text', 'utterance', 'query'],
  output: ['output', 'answer', 'response'],
  intent: ['intent', 'label', 'category'],
  metadata: ['metadata'],
} as const;

export type RowField = keyof typeof NAMES;

/** What a row says, not yet checked. */
export type RowValues = Partial<Record<RowField, unknown>>;

/** One example of a file, or why it cannot be read; `line` as an editor counts, from 1. */
export type FileRow = { line: number } & ({ values: RowValues } | { fault: string });

export const ROW_FIELDS = Object.keys(NAMES) as RowField[];

/** The columns that may tell of each field, the first one first. */
export function columnsOf(headings: readonly string[]): Readonly<Record<RowField, readonly number[]>> {
  const names = headings.map(plain);
  const columns = (field: RowField) => NAMES[field].map((name) => names.indexOf(name)).filter((column) => column >= 0);
  return {
    input: columns('input'),
    output: columns('output'),
    intent: columns('intent'),
    metadata: columns('metadata'),
  };
}

export function valuesOf(object: Readonly<Record<string, unknown>>): RowValues {
  const said = new Map(Object.entries(object).map(([name, value]) => [plain(name), value]));
  const values: RowValues = {};
  for (const field of ROW_FIELDS) {
    const name = NAMES[field].find((one) => saysSomething(said.get(one)));
    if (name !== undefined) values[field] = textOfNumber(said.get(name));
  }
  return values;
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

function saysSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Labels are numbers in many files. */
function textOfNumber(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

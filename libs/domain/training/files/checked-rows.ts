/** Rows of a file -> examples, or what is wrong with them, line by line. */
import { faultIn } from '#infra/text-files';
import type { FieldProblem } from '#kernel';
import { MAX_EXAMPLES, type NewExample } from '../datasets/datasets.types';
import { problemsOfExample } from '../datasets/example-rules';
import { newExample } from '../datasets/examples';
import type { StoredExample } from '../datasets/examples.queries';
import { DATASET_FILE_LIMITS } from './dataset-files.types';
import { type FileRow, ROW_FIELDS, type RowValues } from './file-row';

export class CheckedRows {
  readonly examples: StoredExample[] = [];
  readonly problems: FieldProblem[] = [];

  /** Nobody is helped by more of it. */
  get isEnough(): boolean {
    return this.problems.length >= DATASET_FILE_LIMITS.problems || this.examples.length > MAX_EXAMPLES;
  }

  add(row: FileRow): void {
    if ('fault' in row) {
      this.refuse(row.line, row.fault);
      return;
    }
    const values = withOutput(row.values);
    const faults = faultsIn(values);
    for (const fault of faults) this.refuse(row.line, fault);
    if (faults.length === 0) this.examples.push(newExample(values as unknown as NewExample));
  }

  private refuse(line: number, fault: string): void {
    if (this.problems.length >= DATASET_FILE_LIMITS.problems) return;
    this.problems.push({ field: 'file', message: `Line ${line}: ${fault}` });
  }
}

/** Without an answer of its own the intent is what is wanted of it. */
function withOutput(values: RowValues): RowValues {
  return values.output === undefined && values.intent !== undefined ? { ...values, output: values.intent } : values;
}

/** What cannot be stored first: the other rules may not be asked about what is nested without end. */
function faultsIn(values: RowValues): string[] {
  const unstorable = ROW_FIELDS.flatMap((field) => {
    const fault = faultIn(values[field]);
    return fault === undefined ? [] : [`${field} must ${fault}.`];
  });
  return unstorable.length > 0 ? unstorable : problemsOfExample(values, '').map(({ message }) => message);
}

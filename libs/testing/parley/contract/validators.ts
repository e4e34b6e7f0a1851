import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Document, Schema } from './documented-operations';

/** Problems that are told of one value. */
const MAX_PROBLEMS = 5;

/** That the documents are schemas is for other tests, and would cost as much as all else here. */
const TRUSTING = { strict: false, validateSchema: false, meta: false } as const;

/** Compiles what a document says of a value at its first use. */
export class Validators {
  private readonly ajv = new Ajv2020({ ...TRUSTING, allErrors: true });
  private readonly added = new Set<string>();
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor() {
    addFormats(this.ajv);
    // Files are not looked at.
    this.ajv.addFormat('binary', true);
  }

  /** @returns what is wrong with the value, nothing if it is as the document says */
  problemsOf(document: Document, schema: Schema, value: unknown, what: string): string[] {
    const validate = this.validatorOf(document, schema);
    if (validate(value)) return [];
    const errors = (validate.errors ?? []).slice(0, MAX_PROBLEMS);
    return [this.ajv.errorsText(errors, { dataVar: what, separator: '\n  ' })];
  }

  private validatorOf({ name, components }: Document, schema: Schema): ValidateFunction {
    const text = `${name} ${JSON.stringify(schema)}`;
    const known = this.compiled.get(text);
    if (known) return known;
    if (!this.added.has(name)) this.ajv.addSchema({ $id: name, components });
    this.added.add(name);
    const own = schema.$ref
      ? { $ref: name + schema.$ref }
      : JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${name}#/`));
    const validate = this.ajv.compile(own as object);
    this.compiled.set(text, validate);
    return validate;
  }
}

/** What fields of several requests have in common. */
export const OPTIONAL = { optional: true, nullable: true, minLength: 0, maxLength: 1_000 } as const;

/** Of one text; whole documents are put into messages. */
export const MAX_TEXT_CHARS = 1_000_000;
export const MAX_NAME_CHARS = 200;
export const MAX_SCHEMA_BYTES = 256 * 1024;

const MAX_STOPS = 4;
const MAX_STOP_CHARS = 500;

const isStop = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= MAX_STOP_CHARS;

export const STOP = {
  schema: {
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', items: { type: 'string', minLength: 1 }, maxItems: MAX_STOPS },
    ],
  },
  check: (value: unknown) =>
    isStop(value) || (Array.isArray(value) && value.length <= MAX_STOPS && value.every(isStop)),
  rule: `a text, or a list of at most ${MAX_STOPS} texts, each of 1 to ${MAX_STOP_CHARS} characters`,
  example: ['\n'],
};

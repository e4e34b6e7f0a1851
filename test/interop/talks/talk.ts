/** What a generated client is told. */
export interface Server {
  baseUrl: string;
  apiKey: string;
}

/** What came of its calls, for the test to judge. */
export interface Talk {
  /** Of what was created, as the server named it. */
  created: string;
  /** All that were listed. */
  listed: string[];
  /** Of what was read again. */
  got: string;
  /** Code of the error that tells of something unknown. */
  refusal: string;
  /** What a bot said, or how an agent's run stands. */
  reply: string;
}

export const QUESTION = 'How long does delivery take?';
export const UNKNOWN = '00000000-0000-4000-8000-000000000000';

/** The value, where the types say that an error may have come instead. */
export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('An error came in place of an answer.');
  return value;
}

/**
 * What is known of the end user, for a system message, a line each. It is data: names and values are written as JSON,
 * without signs that could end the block in which they stand, and short, because they go with every request to a model.
 */
const MAX_CHARS = 2_000;
const MAX_VALUE_CHARS = 300;
const MAX_TOPICS = 5;
const MAX_MENTIONED = 10;

export interface KnownOfUser {
  known: Readonly<Record<string, unknown>>;
  topics: readonly { name: string }[];
  mentioned: readonly { type: string; value: string }[];
}

/** Undefined when nothing is known. */
export function userPrompt({ known, topics, mentioned }: KnownOfUser): string | undefined {
  const lines = [
    ...Object.entries(known).map(([name, value]) => line(name, value)),
    ...(topics.length > 0
      ? [
          line(
            'speaks of',
            topics.slice(0, MAX_TOPICS).map(({ name }) => name),
          ),
        ]
      : []),
    ...mentioned.slice(0, MAX_MENTIONED).map(({ type, value }) => line(`has named (${type})`, value)),
  ];
  const kept: string[] = [];
  let length = 0;
  for (const one of lines) {
    length += one.length + 1;
    if (length > MAX_CHARS) break;
    kept.push(one);
  }
  return kept.length === 0 ? undefined : kept.join('\n');
}

function line(name: string, value: unknown): string {
  const written = JSON.stringify(value);
  const short = written.length <= MAX_VALUE_CHARS ? written : `${written.slice(0, MAX_VALUE_CHARS).toWellFormed()}…`;
  return `${JSON.stringify(name.slice(0, MAX_VALUE_CHARS).toWellFormed())}: ${short}`.replaceAll('<', '\\u003c');
}

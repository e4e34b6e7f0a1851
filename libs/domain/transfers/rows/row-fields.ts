/** What columns and keys are called, as people write them: `llmReply`, `LLM reply` and `llm-reply` are one. */
const FIELDS = {
  type: 'type',
  key: 'key',
  external_key: 'key',
  external_id: 'key',
  title: 'title',
  content: 'content',
  text: 'content',
  source_type: 'sourceType',
  language: 'language',
  name: 'name',
  question: 'phrasings',
  questions: 'phrasings',
  phrasing: 'phrasings',
  phrasings: 'phrasings',
  alternate: 'phrasings',
  alternates: 'phrasings',
  alternative: 'phrasings',
  alternatives: 'phrasings',
  variants: 'phrasings',
  answer: 'answer',
  llm_reply: 'llmReply',
  related_prompts: 'relatedPrompts',
  tag: 'tags',
  tags: 'tags',
  metadata: 'metadata',
} as const;

export type RowField = (typeof FIELDS)[keyof typeof FIELDS];

/** What a row says, not yet checked. What it does not say, or says with null, is absent. */
export type RowValues = Partial<Record<RowField, unknown>>;

/** Undefined for what an import leaves out. */
export function rowFieldNamed(name: string): RowField | undefined {
  const plain = name.trim().replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2');
  const field = plain.toLowerCase().replace(/[\s-]+/g, '_');
  return Object.hasOwn(FIELDS, field) ? FIELDS[field as keyof typeof FIELDS] : undefined;
}

/** Several columns may speak of the phrasings, or the tags. */
export function isList(field: RowField): field is 'phrasings' | 'tags' {
  return field === 'phrasings' || field === 'tags';
}

export function valuesOf(said: Readonly<Record<string, unknown>>): RowValues {
  const values: RowValues = {};
  for (const [name, value] of Object.entries(said)) {
    const field = rowFieldNamed(name);
    if (field === undefined || value === null) continue;
    if (isList(field)) values[field] = [...((values[field] as unknown[] | undefined) ?? []), value].flat();
    else values[field] = value;
  }
  return values;
}

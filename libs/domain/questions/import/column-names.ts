/** Headings and keys as people write them -> fields of `NewQuestion`. */
const FIELDS: Readonly<Record<string, string>> = {
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
  name: 'name',
  file_name: 'name',
  llm_reply: 'llmReply',
  tag: 'tags',
  tags: 'tags',
  related_prompts: 'relatedPrompts',
  metadata: 'metadata',
};

/** Undefined for what says nothing of a question. `LLM reply`, `llmReply` and `llm-reply` are one. */
export function fieldNamed(heading: string): string | undefined {
  const plain = heading.trim().replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2');
  return FIELDS[plain.toLowerCase().replace(/[\s-]+/g, '_')];
}

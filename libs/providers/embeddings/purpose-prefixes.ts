/**
 * What some models want to stand before a text, so that queries and passages meet: they were trained with it and are
 * noticeably worse without. Keyed by the name under which providers serve them (organisation, quantisation and tag around it
 * do not matter). The first row that fits counts. A model that is not listed wants nothing.
 *
 * Source of each row: the card on huggingface.co of the models that are named above it.
 */
interface PurposePrefixes {
  query: string;
  passage: string;
}

const NONE: PurposePrefixes = { query: '', passage: '' };
const WEB_SEARCH = 'Given a web search query, retrieve relevant passages that answer the query';
const REPRESENT = 'Represent this sentence for searching relevant passages: ';

const ROWS: ReadonlyArray<readonly [RegExp, PurposePrefixes]> = [
  // intfloat/e5-mistral-7b-instruct, intfloat/multilingual-e5-large-instruct
  [/\be5-(mistral|.*instruct)/, { query: `Instruct: ${WEB_SEARCH}\nQuery: `, passage: '' }],
  // intfloat/multilingual-e5-base, intfloat/e5-large-v2
  [/\be5-(small|base|large)/, { query: 'query: ', passage: 'passage: ' }],
  // nomic-ai/nomic-embed-text-v1.5, -v2-moe
  [/nomic-embed-text/, { query: 'search_query: ', passage: 'search_document: ' }],
  // google/embeddinggemma-300m
  [/embedding-?gemma/, { query: 'task: search result | query: ', passage: 'title: none | text: ' }],
  // Qwen/Qwen3-Embedding-0.6B
  [/qwen3-embedding/, { query: `Instruct: ${WEB_SEARCH}\nQuery:`, passage: '' }],
  // Snowflake/snowflake-arctic-embed-l-v2.0; Ollama calls it snowflake-arctic-embed2
  [/arctic-embed(2|.*-v2)/, { query: 'query: ', passage: '' }],
  // Snowflake/snowflake-arctic-embed-m, mixedbread-ai/mxbai-embed-large-v1
  [/arctic-embed|mxbai-embed/, { query: REPRESENT, passage: '' }],
  // BAAI/bge-base-en-v1.5; bge-m3 wants nothing
  [/\bbge-(small|base|large)-en/, { query: REPRESENT, passage: '' }],
];

/** @param model as the provider calls it */
export function purposePrefixesOf(model: string): PurposePrefixes {
  const name = model.toLowerCase();
  return ROWS.find(([pattern]) => pattern.test(name))?.[1] ?? NONE;
}

/** What the headings in the docs are about. */
export const OPENAI_TAGS = {
  Models: 'The bots of the team.',
  'Chat completions': 'What a bot says next to a history that the caller keeps.',
  Responses: 'The same with items in place of messages, and with a history that may be kept here.',
  Embeddings: 'Vectors of texts, by registered models.',
};

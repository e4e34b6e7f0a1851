/** What the headings of its operations are about. */
export const CRIABOT_TAGS = {
  Health: 'Whether the server is well.',
  Chats: 'Messages to bots, and what was said.',
  'Bot management': 'Bots, by their names.',
  Documents: 'Texts that a bot answers from.',
  Questions: 'Answers with the phrasings of what they answer.',
};

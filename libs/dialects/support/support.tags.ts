/** What the headings of its operations are about. */
export const SUPPORT_TAGS = {
  Conversations: 'What customers ask, with the bot and with people.',
  'Knowledge base': 'The articles that the bot answers from.',
  Analytics: 'How well all that goes.',
  Widget: 'The chat for web pages.',
};

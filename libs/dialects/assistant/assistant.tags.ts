/** What the headings of its operations are about. */
export const ASSISTANT_TAGS = {
  Chat: 'Messages to a bot, and what was said.',
  Documents: 'Texts that are worked on, in versions.',
  Files: 'Uploads that the bot answers from.',
  Knowledge: 'Notes that the bot knows, and the search in all that it knows.',
  Webhooks: 'Addresses that are told what happens.',
};

/** What the headings of its operations are about. */
export const MANAGER_TAGS = {
  Bots: 'The bots of the team.',
  Integrations: 'Back-ends that answer for a bot, by weight.',
  Channels: 'The ways of a bot into messengers.',
  Conversations: 'What was said, in messengers and elsewhere.',
  'Agent loops': 'Agents that work towards a goal with tools.',
  Webhooks: 'Addresses that are told what happens.',
};

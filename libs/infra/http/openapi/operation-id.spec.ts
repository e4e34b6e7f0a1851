import { operationIdOf } from './operation-id';

test.each([
  ['Create a chatbot', 'createChatbot'],
  ['List the chatbots of a team', 'listChatbotsOfTeam'],
  ["Show a user's context", 'showUsersContext'],
  ['Log in', 'logIn'],
])('%s is %s', (summary, id) => {
  expect(operationIdOf(summary)).toBe(id);
});

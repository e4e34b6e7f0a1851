import { headersToKeep } from './kept-headers';

test('headers of the answer are kept, and those that each exchange has of its own are not', () => {
  const kept = { 'content-type': 'application/json', 'x-chat-id': 'c', link: ['<a>', '<b>'] };
  const ofTheExchange = {
    ...{ 'x-request-id': 'req_1', 'x-ratelimit-remaining': 3, 'x-budget-name': 'team', 'x-budget-remaining': 7 },
    ...{ 'access-control-allow-origin': '*', vary: 'Origin', date: 'now', connection: 'close', 'content-length': 9 },
    ...{ deprecation: '@1', sunset: 'later', absent: undefined },
  };
  expect(headersToKeep({ ...kept, ...ofTheExchange })).toEqual(kept);
});

import { channelCommand } from './channel-command';

describe('channelCommand', () => {
  test.each([
    ['LISTEN jobs', { verb: 'listen', channel: 'jobs' }],
    ['listen Jobs;', { verb: 'listen', channel: 'jobs' }],
    ['LISTEN "Jobs of ""mine"""', { verb: 'listen', channel: 'Jobs of "mine"' }],
    ['UNLISTEN jobs', { verb: 'unlisten', channel: 'jobs' }],
    ['UNLISTEN *', { verb: 'unlisten', channel: undefined }],
  ])('reads %s', (sql, command) => {
    expect(channelCommand(sql)).toEqual(command);
  });

  test.each(['SELECT 1', 'LISTEN a; LISTEN b', `NOTIFY jobs, 'listen jobs'`])('ignores %s', (sql) => {
    expect(channelCommand(sql)).toBeUndefined();
  });
});

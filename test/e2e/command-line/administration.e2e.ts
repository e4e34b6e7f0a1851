import { Installation, must, runParley, TEST_ADMIN, WireClient } from '#testing/parley';

const LOGIN = '/api/v1/auth/login';
const USERS = '/api/v1/admin/users';

describe('parley beside a running server', () => {
  let parley: Installation;
  let wire: WireClient;

  beforeAll(async () => {
    parley = await Installation.start();
    wire = new WireClient(parley.baseUrl);
  });
  afterAll(() => parley.remove());

  const run = (...args: string[]) => runParley(args, parley.settings);
  const answerOf = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(...args, '--json');
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  };

  test('status tells what is reached, and that nothing is to be migrated', async () => {
    const status = await answerOf('status');
    expect(status).toMatchObject({
      reach: process.env.DATABASE_URL ? 'postgresql' : 'running-server',
      migrations: { pending: 0 },
      counts: { teams: 1, users: 1, bots: 1 },
    });
    expect((await run('migrate')).stdout).toBe('The database is up to date.\n');
  });

  test('an administrator is made, and can log in at once', async () => {
    const made = await answerOf('admin', 'create', '--username', 'second', '--email', 'second@example.com');
    const tokens = must(await wire.post(LOGIN, { username: 'second', password: made.password }), 200).body.data;
    const admin = wire.withToken(tokens.accessToken);
    must(await admin.get(USERS), 200);
    const names = (await answerOf('admin', 'list')).map(({ username }: { username: string }) => username);
    expect(names).toEqual([TEST_ADMIN.username, 'second']);
  });

  test('a reset gives a new password, and ends every login of the old one', async () => {
    const account = ['--username', 'third', '--email', 'third@example.com'];
    const { password } = await answerOf('admin', 'create', ...account);
    const before = must(await wire.post(LOGIN, { username: 'third', password }), 200).body.data;
    must(await wire.withToken(before.accessToken).get(USERS), 200);
    const reset = await runParley(
      ['admin', 'reset', 'third@example.com', '--password-stdin'],
      parley.settings,
      'a new long one\n',
    );
    expect([reset.code, reset.stdout]).toEqual([0, 'third has a new password, and no login any more.\n']);
    expect((await wire.withToken(before.accessToken).get(USERS)).status).toBe(401);
    expect((await wire.post(LOGIN, { username: 'third', password })).status).toBe(401);
    must(await wire.post(LOGIN, { username: 'third', password: 'a new long one' }), 200);
  });

  test.each([
    [['admin', 'create', '--username', 'admin', '--email', 'new@example.com'], 2, 'This username is taken.'],
    [['admin', 'create', '--username', 'x', '--email', 'nothing'], 2, 'email must'],
    [['admin', 'create', '--username', 'fourth'], 1, "required option '--email <address>'"],
    [['admin', 'reset', 'nobody'], 2, 'There is no such user.'],
    [['backup', '/nowhere/at/all/b.tar.gz'], 2, 'There is no folder'],
    [['restore', '/nowhere.tar.gz'], 2, 'There is no file'],
    [['dance'], 1, "unknown command 'dance'"],
  ])('%j is refused with a sentence', async (args, code, sentence) => {
    const answer = await runParley(args, parley.settings);
    expect([answer.code, answer.stdout]).toEqual([code, '']);
    expect(answer.stderr).toContain(sentence);
    expect(answer.stderr).not.toMatch(/^\s+at /m);
  });

  test('its help names every command and what settings mean', async () => {
    const { stdout } = await run('--help');
    for (const name of ['status', 'migrate', 'admin', 'backup', 'restore', 'move', 'reindex', 'queue', 'bot'])
      expect(stdout).toContain(`\n  ${name} `);
    expect(stdout).toContain('DATABASE_URL');
    expect((await run('backup', '--help')).stdout).toContain('Usage: parley backup [options] <file>');
  });
});

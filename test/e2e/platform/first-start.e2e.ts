import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { eventually } from '#testing';
import { Installation, must, sharedInstallation, WireClient } from '#testing/parley';

describe('the first start', () => {
  let parley: Installation;

  beforeAll(async () => {
    parley = await Installation.start({ ADMIN_PASSWORD: '' });
    // It is printed after the line by which the start is known.
    await eventually(() => /curl -s [\s\S]+?'\n\n/.test(parley.printed));
  });

  afterAll(() => parley.remove());

  test('prints a curl line that gets a right answer with sources from the demo bot', async () => {
    const curl = /curl -s [\s\S]+?'\n\n/.exec(parley.printed)![0];
    const { stdout } = await promisify(execFile)('sh', ['-c', curl]);
    const { data } = JSON.parse(stdout);
    expect(data.text).toContain('2 to 3 working days');
    expect(data.text).toContain('3.90 euros');
    expect(data.sources[0].title).toBe('Delivery times and costs');
  });

  test('prints an administrator who can log in and a key of a team that is not throttled', async () => {
    const password = /password\s+(\S+)/.exec(parley.printed)![1];
    const wire = new WireClient(parley.baseUrl);
    const login = must(await wire.post('/api/v1/auth/login', { username: 'admin', password }), 200).body.data;
    expect(login.user).toMatchObject({ username: 'admin', role: 'admin' });
    const key = /API key\s+(sk_live_\S+)/.exec(parley.printed)![1]!;
    const bots = must(await wire.withKey(key).get('/api/v1/chatbots'), 200);
    expect(bots.body.data).toHaveLength(1);
    expect(Number(bots.headers.get('x-ratelimit-limit'))).toBe(30 * 20 * 1000);
  });

  test('happens once: a restart prints no secret and makes no second demo bot', async () => {
    await parley.stop();
    parley = await parley.restart();
    expect(parley.printed).not.toMatch(/sk_live_|password/);
  });
});

describe('a root path', () => {
  let wire: WireClient;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
  });

  test('/docs is a page, and the OpenAPI documents describe every main endpoint', async () => {
    expect(must(await wire.get('/docs'), 200).headers.get('content-type')).toContain('text/html');
    const platform = must(await wire.get('/api/v1/openapi.json'), 200).body;
    const union = must(await wire.get('/openapi.json'), 200).body;
    expect(Object.keys(platform.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/auth/login',
        '/api/v1/chatbots',
        '/api/v1/chatbots/{id}/conversation',
        '/api/v1/knowledge-bases/{id}/search',
      ]),
    );
    expect(Object.keys(union.paths)).toEqual(expect.arrayContaining(Object.keys(platform.paths)));
  });

  test('that nobody owns is not found', async () => {
    const answer = await wire.get('/nothing');
    expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
  });
});

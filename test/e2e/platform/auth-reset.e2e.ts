import { eventually } from '#testing';
import { readMail, TestMailServer } from '#testing/mail';
import { Installation, must, registerTeam, WireClient } from '#testing/parley';

const REQUEST = '/api/v1/auth/password-reset-request';
const RESET = '/api/v1/auth/password-reset';
const TOKEN = /^[A-Za-z0-9_-]{43}$/m;
const NEW_PASSWORD = 'a new long password';

describe('a forgotten password', () => {
  let mailServer: TestMailServer;
  let parley: Installation;
  let wire: WireClient;

  beforeAll(async () => {
    mailServer = await TestMailServer.start();
    parley = await Installation.start({
      SMTP_URL: mailServer.url,
      MAIL_FROM: 'Parley <parley@example.com>',
    });
    wire = new WireClient(parley.baseUrl);
  });

  afterAll(async () => {
    await parley.remove();
    await mailServer.stop();
  });

  const login = (username: string, password: string) => wire.post('/api/v1/auth/login', { username, password });
  const mailTo = (address: string) =>
    eventually(() => mailServer.mails.find(({ recipients }) => recipients.includes(address)));

  test('is replaced with the token that the mail brings, once; all logins end', async () => {
    const { account, tokens, asUser, apiKey } = await registerTeam(wire);
    must(await wire.post(REQUEST, { email: account.email }), 200);
    const { text, headers } = readMail((await mailTo(account.email)).raw);
    expect(headers.get('to')).toContain(account.email);
    expect(text).toContain('/api/v1/auth/password-reset');
    const token = TOKEN.exec(text)![0];

    must(await wire.post(RESET, { token, password: NEW_PASSWORD }), 200);
    await eventually(async () => (await asUser.get('/api/v1/auth/me')).status === 401);
    const { refreshToken } = tokens;
    expect((await wire.post('/api/v1/auth/refresh-token', { refreshToken })).status).toBe(401);
    expect((await login(account.username, account.password)).status).toBe(401);
    must(await login(account.username, NEW_PASSWORD), 200);
    must(await wire.withKey(apiKey).get('/api/v1/chatbots'), 200);

    const again = await wire.post(RESET, { token, password: 'yet another password' });
    expect([again.status, again.body.code]).toEqual([400, 'VALIDATION_ERROR']);
  });

  test('is asked for in the same words whether or not anybody has the address', async () => {
    const { account } = await registerTeam(wire);
    const known = must(await wire.post(REQUEST, { email: account.email }), 200);
    const unknown = must(await wire.post(REQUEST, { email: 'nobody-at-all@example.com' }), 200);
    expect(unknown.body).toEqual(known.body);
    expect(JSON.stringify(known.body)).not.toMatch(/resetToken/);
  });

  test('is not replaced with a token that nobody made or a password that is too short', async () => {
    const unknown = await wire.post(RESET, { token: 'x'.repeat(43), password: NEW_PASSWORD });
    expect([unknown.status, unknown.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    const short = await wire.post(RESET, { token: 'x'.repeat(43), password: 'short' });
    expect([short.status, short.body.message.includes('password')]).toEqual([400, true]);
    expect((await wire.post(REQUEST, {})).status).toBe(400);
    expect((await wire.post(REQUEST, { email: 'no address' })).status).toBe(400);
  });

  test('waits for a mail server that refuses everybody for a while', async () => {
    const { account } = await registerTeam(wire);
    mailServer.answers = { MAIL: '451 Try again later' };
    must(await wire.post(REQUEST, { email: account.email }), 200);
    await eventually(() => parley.printed.includes('mail.unavailable'));
    mailServer.answers = {};
    await eventually(() => mailServer.mails.find(({ recipients }) => recipients.includes(account.email)));
  });
});

describe('without a mail server', () => {
  let parley: Installation;
  let wire: WireClient;

  beforeAll(async () => {
    parley = await Installation.start({ EXPOSE_RESET_TOKEN: 'true' });
    wire = new WireClient(parley.baseUrl);
  });

  afterAll(() => parley.remove());

  test('the operator finds the mail in the log', async () => {
    const { account } = await registerTeam(wire);
    must(await wire.post(REQUEST, { email: account.email }), 200);
    const line = await eventually(() => parley.printed.split('\n').find((text) => text.includes('No mail server')));
    const { to, text } = JSON.parse(line);
    expect(to).toBe(account.email);
    must(await wire.post(RESET, { token: TOKEN.exec(text)![0], password: NEW_PASSWORD }), 200);
  });

  test('a test installation is given the token in the answer', async () => {
    const { account } = await registerTeam(wire);
    const { resetToken } = must(await wire.post(REQUEST, { email: account.email }), 200).body.data;
    must(await wire.post(RESET, { token: resetToken, password: NEW_PASSWORD }), 200);
    const { username } = account;
    must(await wire.post('/api/v1/auth/login', { username, password: NEW_PASSWORD }), 200);
    expect(must(await wire.post(REQUEST, { email: 'nobody@example.com' }), 200).body.data).toEqual({});
  });
});

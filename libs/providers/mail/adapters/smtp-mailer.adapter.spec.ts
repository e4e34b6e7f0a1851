import net, { type AddressInfo } from 'node:net';
import type { AppError } from '#kernel';
import { eventually } from '#testing';
import { readMail, TestMailServer } from '#testing/mail';
import { describeMailerContract } from '../mail.contract-suite';
import { SmtpMailer } from './smtp-mailer.adapter';

const FROM = 'Parley <parley@example.com>';
const MAIL = { to: 'jane@example.com', subject: 'Hello', text: 'Hello.' };
const IMPATIENT = { connectMs: 200, greetingMs: 200, silenceMs: 200 };

describe('the SMTP mailer', () => {
  let server: TestMailServer;
  let mailer: SmtpMailer;

  beforeEach(async () => {
    server = await TestMailServer.start();
    mailer = new SmtpMailer({ smtpUrl: server.url, from: FROM });
  });

  afterEach(async () => {
    mailer.onModuleDestroy();
    await server.stop();
  });

  const outcome = (work: Promise<void>) =>
    work.then(
      () => 'sent',
      (error: AppError) => error.code,
    );

  describeMailerContract('SmtpMailer', () => ({
    mailer,
    received: () =>
      server.mails.map(({ recipients, raw }) => {
        const { headers, text } = readMail(raw);
        return { recipients, subject: headers.get('subject')!, text };
      }),
  }));

  test('names the sender of the settings', async () => {
    await mailer.send(MAIL);
    expect(server.mails[0]!.from).toBe('parley@example.com');
    expect(readMail(server.mails[0]!.raw).headers.get('from')).toBe(FROM);
  });

  test('sends text and HTML as alternatives', async () => {
    await mailer.send({ ...MAIL, html: '<p>Hello.</p>' });
    expect(server.mails[0]!.raw).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
  });

  test('keeps its connection for the next mail', async () => {
    await mailer.send(MAIL);
    await mailer.send(MAIL);
    expect([server.connections, server.mails.length]).toEqual([1, 2]);
  });

  test('logs in with what the address says', async () => {
    const secured = new SmtpMailer({ smtpUrl: server.url.replace('//', '//user:p%40ss@'), from: FROM });
    expect(await outcome(secured.send(MAIL))).toBe('sent');
    server.answers = { AUTH: '535 Who are you?' };
    secured.onModuleDestroy();
    const refused = new SmtpMailer({ smtpUrl: server.url.replace('//', '//user:wrong@'), from: FROM });
    expect(await outcome(refused.send(MAIL))).toBe('mail.unavailable');
    refused.onModuleDestroy();
  });

  test.each([
    ['a recipient it does not know', { RCPT: '550 No such user' }, 'mail.rejected'],
    ['a mail it does not like', { END: '554 Looks like spam' }, 'mail.rejected'],
    ['a sender it does not know yet', { MAIL: '451 Try again' }, 'mail.unavailable'],
    ['a full mailbox', { RCPT: '452 Mailbox full' }, 'mail.unavailable'],
    ['everybody, for a while', { GREETING: '421 Too busy' }, 'mail.unavailable'],
    ['a session it lost track of', { DATA: '503 Bad sequence' }, 'mail.unavailable'],
  ])('tells a server that refuses %s', async (_what, answers, code) => {
    server.answers = answers;
    expect(await outcome(mailer.send(MAIL))).toBe(code);
    expect(server.mails).toEqual([]);
    server.answers = {};
    expect(await outcome(mailer.send(MAIL))).toBe('sent');
  });

  test.each([
    ['never greets', { GREETING: '' }],
    ['falls silent in the middle', { DATA: '' }],
  ])('does not wait for ever for a server that %s', async (_what, answers) => {
    server.answers = answers;
    const impatient = new SmtpMailer({ smtpUrl: server.url, from: FROM, timeouts: IMPATIENT });
    expect(await outcome(impatient.send(MAIL))).toBe('mail.unavailable');
    impatient.onModuleDestroy();
  });

  test('tells a server that is not there', async () => {
    const probe = net.createServer().listen(0, '127.0.0.1');
    await eventually(() => probe.listening);
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const lost = new SmtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM, timeouts: IMPATIENT });
    expect(await outcome(lost.send(MAIL))).toBe('mail.unavailable');
    lost.onModuleDestroy();
  });

  test('gives up in the middle of a mail when it is told to', async () => {
    server.answers = { DATA: '' };
    const patient = new SmtpMailer({ smtpUrl: server.url, from: FROM });
    const stop = new AbortController();
    const sending = patient.send(MAIL, stop.signal);
    await eventually(() => server.connections === 1);
    const reason = new Error('the worker stops');
    stop.abort(reason);
    await expect(sending).rejects.toBe(reason);
    patient.onModuleDestroy();
  });
});

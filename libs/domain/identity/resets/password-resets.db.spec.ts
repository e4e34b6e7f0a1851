import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { JobQueue } from '#infra/queue';
import { type AppError, HOUR_MS, MINUTE_MS, SECOND_MS, type UserActor } from '#kernel';
import { Mailer, mailErrors, type RecordingMailer } from '#providers/mail';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from '../actors/identity-actor-resolver';
import { sendPasswordReset } from '../jobs/send-password-reset.job';
import { Logins } from '../logins/logins.service';
import { Accounts } from '../users/accounts.service';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { PasswordResets } from './password-resets.service';
import { ResetMails } from './reset-mails.service';
import { ResetRequests } from './reset-requests.service';
import { ResetTokens } from './reset-tokens';

const JANE = { username: 'jane', email: 'jane@example.com', password: 'Sup3rSecret!' };
const NEW_PASSWORD = 'N3wSecret!!';
const NOBODY = 'nobody@example.com';
const NEVER = new AbortController().signal;

describe('resetting a password', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let resets: PasswordResets;
  let mails: ResetMails;
  let mailer: RecordingMailer;
  /** The jobs that were put, by the id of their request. */
  let queued: string[];
  let userId: string;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity] });
    identity = await openIdentity(db, clock);
    resets = identity.get(PasswordResets);
    mails = identity.get(ResetMails);
    mailer = identity.get<RecordingMailer>(Mailer, { strict: false });
    const jobs = identity.get(JobQueue, { strict: false });
    jest.spyOn(jobs, 'enqueue').mockImplementation(async (job, payload) => {
      if ((job as unknown) === sendPasswordReset) queued.push((payload as { requestId: string }).requestId);
    });
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await identity.close();
    await db.close();
  });

  beforeEach(async () => {
    await db.reset();
    queued = [];
    mailer.sent.length = 0;
    mailer.failure = undefined;
    userId = (await identity.get(Accounts).register(JANE)).id;
  });

  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: AppError) => error.code,
    );
  const runJobs = async () => {
    for (const requestId of queued.splice(0)) await mails.send(requestId, NEVER);
  };
  const tokenOf = ({ text }: { text: string }) => /^[A-Za-z0-9_-]{43}$/m.exec(text)![0];
  const ask = async (email = JANE.email) => {
    await resets.request(email);
    await runJobs();
    return tokenOf(mailer.sent.at(-1)!);
  };
  const logIn = (password: string) => identity.get(Logins).logIn(JANE.username, password);
  const count = async (table: string) => {
    const [row] = await db.database.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    return row!.count;
  };

  describe('asking', () => {
    test('sends a token to the address of the user, with what to do with it', async () => {
      const token = await ask('JANE@example.com');
      const [mail] = mailer.sent;
      expect(mail).toMatchObject({ to: JANE.email, subject: 'A new password for your account' });
      expect(mail!.text).toContain('https://bots.example/api/v1/auth/password-reset');
      expect(mail!.text).toContain(`{"token": "${token}", "password": "<your new password>"}`);
    });

    test('does the same for an address that nobody has, up to the job that finds it out', async () => {
      const statementsOf = async (email: string) => {
        const query = jest.spyOn(db.database, 'query');
        expect(await resets.request(email)).toBeUndefined();
        const statements = query.mock.calls.map(([sql]) => sql);
        query.mockRestore();
        return statements;
      };
      expect(await statementsOf(NOBODY)).toEqual(await statementsOf(JANE.email));
      expect(queued).toHaveLength(2);
      await runJobs();
      expect(mailer.sent.map(({ to }) => to)).toEqual([JANE.email]);
    });

    test('sends nothing to a disabled user', async () => {
      await db.database.query('update app_user set is_active = false');
      await resets.request(JANE.email);
      await runJobs();
      expect(mailer.sent).toEqual([]);
    });

    test('sends one mail a minute to an address, however often it is asked', async () => {
      for (let n = 0; n < 5; n += 1) await resets.request(JANE.email);
      expect(new Set(queued).size).toBe(1);
      await runJobs();
      await resets.request(JANE.email);
      await runJobs();
      expect(mailer.sent).toHaveLength(1);
      clock.advance(MINUTE_MS);
      await resets.request(JANE.email);
      await runJobs();
      expect(mailer.sent).toHaveLength(2);
    });

    test('keeps the token out of the queue and stores only its hash', async () => {
      await resets.request(JANE.email);
      const payloads = JSON.stringify(queued);
      await runJobs();
      const token = tokenOf(mailer.sent[0]!);
      const rows = await db.database.query<{ hash: Buffer }>('select * from password_reset_token');
      expect(payloads + JSON.stringify(rows) + rows[0]!.hash.toString('latin1')).not.toContain(token);
    });

    test('is answered with a token only where the operator chose so', async () => {
      const open = await openIdentity(db, clock, undefined, { exposeResetToken: true });
      const token = await open.get(PasswordResets).request(JANE.email);
      expect(await outcome(resets.reset(token!, NEW_PASSWORD))).toBe('done');
      expect(await open.get(PasswordResets).request(NOBODY)).toBeUndefined();
      await open.close();
    });

    test('is tried again while the mail server is down, and sends one mail in the end', async () => {
      await resets.request(JANE.email);
      const [requestId] = queued;
      mailer.failure = mailErrors.unavailable();
      expect(await outcome(mails.send(requestId!, NEVER))).toBe('mail.unavailable');
      mailer.failure = undefined;
      await mails.send(requestId!, NEVER);
      await mails.send(requestId!, NEVER);
      expect(mailer.sent).toHaveLength(1);
    });

    test('is put again by the sweep when its job was lost, and forgotten after an hour', async () => {
      const enqueueAll = jest.spyOn(identity.get(JobQueue, { strict: false }), 'enqueueAll');
      const resumed = async () => {
        enqueueAll.mockClear();
        await identity.get(ResetRequests).resume();
        return enqueueAll.mock.calls[0]![1];
      };
      await resets.request(JANE.email);
      const [requestId] = queued;
      expect(await resumed()).toEqual([]);
      clock.advance(16 * MINUTE_MS);
      expect(await resumed()).toEqual([{ requestId }]);
      clock.advance(HOUR_MS);
      expect(await resumed()).toEqual([]);
      await runJobs();
      expect(mailer.sent).toEqual([]);
      await identity.get(ResetRequests).prune();
      expect(await count('password_reset_request')).toBe(0);
      enqueueAll.mockRestore();
    });

    test('is not tried again once it was given up', async () => {
      await resets.request(JANE.email);
      await mails.close(queued[0]!);
      await runJobs();
      expect(mailer.sent).toEqual([]);
    });
  });

  describe('with the token', () => {
    test('replaces the password and ends every login, at once', async () => {
      const resolver = identity.get(IdentityActorResolver);
      const [one, two] = [await logIn(JANE.password), await logIn(JANE.password)];
      const actorOf = async (value: string) =>
        (await resolver.resolve({ type: 'jwt', value })) as UserActor | undefined;
      expect([await actorOf(one.accessToken), await actorOf(two.accessToken)]).not.toContain(undefined);
      await resets.reset(await ask(), NEW_PASSWORD);
      expect([await actorOf(one.accessToken), await actorOf(two.accessToken)]).toEqual([undefined, undefined]);
      for (const { refreshToken } of [one, two]) {
        expect(await outcome(identity.get(Logins).refresh(refreshToken))).toBe('identity.refresh_token_refused');
      }
      expect(await outcome(logIn(JANE.password))).toBe('identity.invalid_credentials');
      expect(await outcome(logIn(NEW_PASSWORD))).toBe('done');
    });

    test('works once, and voids all others that were sent', async () => {
      const [first] = [await ask(), clock.advance(MINUTE_MS)];
      const second = await ask();
      await resets.reset(first, NEW_PASSWORD);
      for (const token of [first, second]) {
        expect(await outcome(resets.reset(token, 'yet another one'))).toBe('identity.reset_token_refused');
      }
      expect(await count('password_reset_token')).toBe(0);
    });

    test('works for one of many who use it, or another one, at the same time', async () => {
      const tokens: string[] = [];
      for (let n = 0; n < 3; n += 1) tokens.push((await identity.get(ResetTokens).create(userId))!);
      const attempts = [...tokens, ...tokens].map((token, n) => outcome(resets.reset(token, `password number ${n}`)));
      expect((await Promise.all(attempts)).filter((code) => code === 'done')).toHaveLength(1);
    });

    test('is refused in the same words when unknown, malformed or expired, naming the field', async () => {
      const token = await ask();
      for (const text of ['x', 'x'.repeat(43), '\u0000']) {
        expect(await outcome(resets.reset(text, NEW_PASSWORD))).toBe('identity.reset_token_refused');
      }
      clock.advance(HOUR_MS + SECOND_MS);
      const error = await resets.reset(token, NEW_PASSWORD).catch((refusal: AppError) => refusal);
      expect(error).toMatchObject({ kind: 'invalid_input', fields: [{ field: 'token' }] });
    });

    test('still works one second before it expires', async () => {
      const token = await ask();
      clock.advance(HOUR_MS - SECOND_MS);
      expect(await outcome(resets.reset(token, NEW_PASSWORD))).toBe('done');
    });

    test('is refused for a password that is not acceptable, which does not use it up', async () => {
      const token = await ask();
      expect(await outcome(resets.reset(token, 'short'))).toBe('input.invalid');
      expect(await outcome(resets.reset(token, NEW_PASSWORD))).toBe('done');
    });

    test.each([
      ['password', `update app_user set password_hash = 'another'`],
      ['e-mail address', `update app_user set email_folded = 'other@example.com'`],
    ])('is refused after the %s was changed', async (_what, change) => {
      const token = await ask();
      await db.database.query(change);
      expect(await outcome(resets.reset(token, NEW_PASSWORD))).toBe('identity.reset_token_refused');
    });

    test('is refused for a user who was disabled since', async () => {
      const token = await ask();
      await db.database.query('update app_user set is_active = false');
      expect(await outcome(resets.reset(token, NEW_PASSWORD))).toBe('identity.reset_token_refused');
    });

    test('leaves no login with the old password, whenever it began', async () => {
      const token = await ask();
      const attempts = Array.from({ length: 6 }, () => logIn(JANE.password).catch(() => undefined));
      await Promise.all([...attempts, resets.reset(token, NEW_PASSWORD)]);
      expect(await db.database.query('select id from login where ended_at is null')).toEqual([]);
    });

    test('is deleted some time after it expired', async () => {
      await ask();
      await identity.get(ResetTokens).prune();
      expect(await count('password_reset_token')).toBe(1);
      clock.advance(2 * HOUR_MS + MINUTE_MS);
      await identity.get(ResetTokens).prune();
      expect(await count('password_reset_token')).toBe(0);
    });
  });
});

import type { TestingModule } from '@nestjs/testing';
import { AuditLog } from '#domain/audit';
import { MIGRATIONS } from '#domain/migrations';
import { JobQueue } from '#infra/queue';
import { type AppError, DAY_MS, MINUTE_MS, newId, type UserActor } from '#kernel';
import { Mailer, mailErrors, type RecordingMailer } from '#providers/mail';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import type { User } from '../identity.types';
import { sendInvitation } from '../jobs/send-invitation.job';
import { Logins } from '../logins/logins.service';
import { Accounts } from '../users/accounts.service';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { InvitationMails } from './invitation-mails.service';
import { Invitations } from './invitations.service';
import { Joining } from './joining.service';

const PASSWORD = 'Sup3rSecret!';
const PAGE = { page: 1, limit: 10 };
const JOE = { email: 'Joe@example.com', teamRole: 'agent' as const };
const NEVER = new AbortController().signal;

describe('an invitation', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let invitations: Invitations;
  let mails: InvitationMails;
  let mailer: RecordingMailer;
  let queued: string[];
  let owner: UserActor;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity] });
    identity = await openIdentity(db, clock);
    invitations = identity.get(Invitations);
    mails = identity.get(InvitationMails);
    mailer = identity.get<RecordingMailer>(Mailer, { strict: false });
    const jobs = identity.get(JobQueue, { strict: false });
    const put = (job: unknown, payload: unknown) => {
      if (job === sendInvitation) queued.push((payload as { invitationId: string }).invitationId);
    };
    jest.spyOn(jobs, 'enqueue').mockImplementation(async (job, payload) => put(job, payload));
    jest.spyOn(jobs, 'enqueueAll').mockImplementation(async (job, payloads) => {
      for (const payload of payloads) put(job, payload);
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
    owner = actorOf(await register('owner'));
  });

  const register = (username: string) =>
    identity.get(Accounts).register({ username, email: `${username}@example.com`, password: PASSWORD });
  const actorOf = ({ id, teamId, role, teamRole }: User): UserActor => {
    return { kind: 'user', userId: id, teamId, role, teamRole, plan: 'free', loginId: newId() };
  };
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: AppError) => error.code,
    );
  const runJobs = async () => {
    for (const id of queued.splice(0)) await mails.send(id, NEVER);
  };
  const lastToken = () => /^[A-Za-z0-9_-]{43}$/m.exec(mailer.sent.at(-1)!.text)![0];
  const invite = async (input = JOE) => {
    const { invitation } = await invitations.create(owner, input);
    await runJobs();
    return { id: invitation.id, token: lastToken() };
  };
  const accept = (token: string, username = 'joe') =>
    identity.get(Joining).accept({ token, username, password: PASSWORD });
  const standing = async () => (await invitations.list(owner, PAGE)).items.map(({ email }) => email);

  test('comes by mail and makes an account with that address and role in the team, once', async () => {
    const { token } = await invite();
    expect(mailer.sent).toMatchObject([{ to: 'Joe@example.com', subject: 'Invitation to the team "owner"' }]);
    const joe = await accept(token);
    expect(joe).toMatchObject({ username: 'joe', email: 'Joe@example.com', teamId: owner.teamId, teamRole: 'agent' });
    expect((await identity.get(Logins).logIn('joe', PASSWORD)).user.id).toBe(joe.id);
    expect(await outcome(accept(token, 'joe2'))).toBe('identity.invitation_refused');
    expect(await standing()).toEqual([]);
    const { items } = await identity.get(AuditLog).list(owner.teamId, PAGE);
    expect(items).toContainEqual(
      expect.objectContaining({ act: 'member.joined', actor: { kind: 'user', id: joe.id, name: 'joe' } }),
    );
    expect(items).toContainEqual(expect.objectContaining({ act: 'member.invited' }));
  });

  test('makes one account, however many accept it at the same time', async () => {
    const { token } = await invite();
    const outcomes = await Promise.all(['joe', 'joe2', 'joe3'].map((name) => outcome(accept(token, name))));
    expect(outcomes.toSorted()).toEqual(['done', 'identity.invitation_refused', 'identity.invitation_refused']);
  });

  test('is stored without its token', async () => {
    const { token } = await invite();
    const rows = await db.database.query<{ hash: Buffer }>('select * from team_invitation_token');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([rows, await db.database.query('select * from team_invitation')])).not.toContain(token);
  });

  test('is refused after seven days, when withdrawn, and when it is none', async () => {
    const { token, id } = await invite();
    clock.advance(7 * DAY_MS);
    expect(await outcome(accept(token))).toBe('identity.invitation_refused');
    expect(await outcome(accept('nonsense'))).toBe('identity.invitation_refused');
    expect(await outcome(invitations.create(owner, JOE))).toBe('done');
    expect(await outcome(invitations.withdraw(owner, id))).toBe('identity.invitation_not_found');
    await runJobs();
    const [again] = (await invitations.list(owner, PAGE)).items;
    await invitations.withdraw(owner, again!.id);
    expect(await outcome(accept(lastToken()))).toBe('identity.invitation_refused');
  });

  test('can be sent again, a minute later, which makes the token before void', async () => {
    const { token, id } = await invite();
    expect(await outcome(invitations.resend(owner, id))).toBe('identity.invitation_pause');
    clock.advance(6 * DAY_MS);
    await invitations.resend(owner, id);
    await runJobs();
    clock.advance(6 * DAY_MS);
    expect(await outcome(accept(token))).toBe('identity.invitation_refused');
    expect(await outcome(accept(lastToken()))).toBe('done');
  });

  test('is refused for an address that has an account, and says so; also when the account came meanwhile', async () => {
    await register('jane');
    expect(await outcome(invitations.create(owner, { ...JOE, email: 'JANE@example.com' }))).toBe(
      'identity.email_has_account',
    );
    const { token } = await invite();
    await register('joe');
    expect(await outcome(accept(token, 'joseph'))).toBe('identity.email_has_account');
    expect(await standing()).toEqual(['Joe@example.com']);
  });

  test('is refused while one to the same address stands, and is its team’s alone', async () => {
    const { id } = await invite();
    expect(await outcome(invitations.create(owner, { ...JOE, email: 'joe@EXAMPLE.com' }))).toBe(
      'identity.invitation_exists',
    );
    const other = actorOf(await register('other'));
    for (const work of [
      invitations.withdraw(other, id),
      invitations.resend(other, id),
      invitations.resend(owner, 'x'),
    ]) {
      expect(await outcome(work)).toBe('identity.invitation_not_found');
    }
    expect(await outcome(invitations.create(other, JOE))).toBe('done');
  });

  test('of an owner is for owners', async () => {
    const { token } = await invite({ email: 'adam@example.com', teamRole: 'admin' as never });
    const admin = actorOf(await accept(token, 'adam'));
    expect(await outcome(invitations.create(admin, { ...JOE, teamRole: 'owner' }))).toBe('identity.owners_only');
    const { invitation } = await invitations.create(owner, { ...JOE, teamRole: 'owner' });
    expect(await outcome(invitations.withdraw(admin, invitation.id))).toBe('identity.owners_only');
  });

  test('with a bad password, a bad or a taken name changes nothing and stays good', async () => {
    const { token } = await invite();
    const joining = identity.get(Joining);
    expect(await outcome(joining.accept({ token, username: 'joe', password: 'x' }))).toBe('input.invalid');
    expect(await outcome(joining.accept({ token, username: 'a@b', password: PASSWORD }))).toBe('input.invalid');
    expect(await outcome(accept(token, 'OWNER'))).toBe('identity.username_taken');
    expect(await outcome(accept(token))).toBe('done');
  });

  test('waits for a mail server that is down, and for a job that was lost', async () => {
    const { invitation } = await invitations.create(owner, JOE);
    mailer.failure = mailErrors.unavailable();
    expect(await outcome(runJobs())).toBe('mail.unavailable');
    mailer.failure = undefined;
    clock.advance(16 * MINUTE_MS);
    await mails.resume();
    expect(queued).toEqual([invitation.id]);
    await runJobs();
    expect(await outcome(accept(lastToken()))).toBe('done');
  });

  test('names the team and the inviter in one line each, whatever they are called', async () => {
    await db.database.execute('update team set name = $2 where id = $1', [
      owner.teamId,
      'A\nB\u0000'.replace('\u0000', ''),
    ]);
    await invite();
    expect(mailer.sent.at(-1)!.subject).toBe('Invitation to the team "A B"');
  });

  test('is one of a hundred at most', async () => {
    for (let n = 0; n < 100; n += 1) await invitations.create(owner, { ...JOE, email: `joe${n}@example.com` });
    expect(await outcome(invitations.create(owner, JOE))).toBe('identity.too_many_invitations');
  });

  test('that nobody took is gone a month after it expired', async () => {
    await invite();
    clock.advance(36 * DAY_MS);
    await invitations.prune();
    expect(await standing()).toHaveLength(1);
    clock.advance(2 * DAY_MS);
    await invitations.prune();
    expect(await standing()).toEqual([]);
  });
});

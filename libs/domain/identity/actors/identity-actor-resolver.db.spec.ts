import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { LoneCarrier, type NoticeListener, Notices } from '#infra/notices';
import { type AppError, MINUTE_MS, SECOND_MS, type UserActor } from '#kernel';
import { linkedNotices, ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { ApiKeyEntity } from '../keys/api-key.entity';
import { ApiKeys } from '../keys/api-keys.service';
import { newSecretKey } from '../keys/key-text';
import { Logins } from '../logins/logins.service';
import { Accounts } from '../users/accounts.service';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { IdentityActorResolver } from './identity-actor-resolver';
import { KeyUsage } from './key-usage';
import { Principals } from './principals';

const JANE = { username: 'jane', email: 'jane@example.com', password: 'Sup3rSecret!' };
/** More than the time for which an answer is remembered. */
const SOON_MS = 6 * SECOND_MS;

/** Hears nothing, until the test says that it listens again. */
class TardyCarrier extends LoneCarrier {
  listener: NoticeListener | undefined;

  override async start(listener?: NoticeListener): Promise<void> {
    this.listener = listener;
  }
}

describe('resolving a credential', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let here: TestingModule;
  let elsewhere: TestingModule;
  /** A process that no notice reaches. */
  let apart: TestingModule;
  let accessToken: string;
  let refreshToken: string;
  let actor: UserActor;
  let apiKey: string;
  let keyId: string;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity, ApiKeyEntity] });
    const notices = linkedNotices(db.database);
    [here, elsewhere] = [await openIdentity(db, clock, notices()), await openIdentity(db, clock, notices())];
    apart = await openIdentity(db, clock);
  });

  afterAll(async () => {
    await here.close();
    await elsewhere.close();
    await apart.close();
    await db.close();
  });

  beforeEach(async () => {
    await db.reset();
    await here.get(Accounts).register(JANE);
    ({ accessToken, refreshToken } = await here.get(Logins).logIn(JANE.username, JANE.password));
    actor = (await byToken()) as UserActor;
    const made = await here.get(ApiKeys).create(actor, {});
    apiKey = made.apiKey;
    keyId = made.key.id;
  });

  const byToken = (value = accessToken, process = here) =>
    process.get(IdentityActorResolver).resolve({ type: 'jwt', value });
  const byKey = (value = apiKey, process = here) => process.get(IdentityActorResolver).resolve({ type: 'key', value });
  const both = async (process = here) => [await byToken(accessToken, process), await byKey(apiKey, process)];
  const disable = () => db.database.execute('update app_user set is_active = false');
  const countingQueries = async (work: () => Promise<unknown>) => {
    const query = jest.spyOn(db.database, 'query');
    await work();
    const { length } = query.mock.calls;
    query.mockRestore();
    return length;
  };

  test('asks the database once, then not again for seconds', async () => {
    const used = () => Promise.all([both(), both(), both()]);
    expect(await countingQueries(() => byKey())).toBe(1);
    expect(await countingQueries(used)).toBe(0);
    clock.advance(SOON_MS);
    expect(await countingQueries(used)).toBe(2);
  });

  test('asks the database once for an unknown key, and never for what cannot be one', async () => {
    const guess = newSecretKey();
    expect(await countingQueries(() => Promise.all([byKey(guess), byKey(guess)]))).toBe(1);
    const impossible = ['', 'x', refreshToken, `${apiKey}x`, ` ${apiKey}`, apiKey.toUpperCase(), `pk_${apiKey}`];
    const answers: unknown[] = [];
    expect(
      await countingQueries(async () => {
        for (const text of impossible) answers.push(await byKey(text), await byToken(text));
      }),
    ).toBe(0);
    expect(answers.every((answer) => answer === undefined)).toBe(true);
  });

  test('takes an access token for a token only, and a key for a key only', async () => {
    expect([await byKey(accessToken), await byToken(apiKey)]).toEqual([undefined, undefined]);
  });

  test('takes role and plan from the rows, not from the token', async () => {
    await db.database.execute(`update app_user set role = 'admin'`);
    await db.database.execute(`update team set plan = 'pro'`);
    clock.advance(SOON_MS);
    expect(await both()).toMatchObject([{ role: 'admin', plan: 'pro' }, { plan: 'pro' }]);
  });

  test('refuses a disabled user and their keys within seconds', async () => {
    expect(await both()).not.toContain(undefined);
    await disable();
    clock.advance(SOON_MS);
    expect(await both()).toEqual([undefined, undefined]);
  });

  test('refuses them at once when it is told', async () => {
    await both();
    await disable();
    here.get(Principals).forgetUser(actor.userId);
    expect(await both()).toEqual([undefined, undefined]);
  });

  test('is told only when the change is committed', async () => {
    await both();
    const failing = db.database.transaction(async () => {
      await disable();
      here.get(Principals).forgetUser(actor.userId);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await countingQueries(both)).toBe(0);
  });

  test('refuses at once what another process has ended or revoked', async () => {
    expect(await both(elsewhere)).not.toContain(undefined);
    await here.get(Logins).logOut(actor);
    await here.get(ApiKeys).revoke(actor, keyId);
    expect(await both()).toEqual([undefined, undefined]);
    expect(await both(elsewhere)).toEqual([undefined, undefined]);
  });

  test('refuses it within seconds in a process that was not told', async () => {
    expect(await both(apart)).not.toContain(undefined);
    await here.get(Logins).logOut(actor);
    await here.get(ApiKeys).revoke(actor, keyId);
    clock.advance(SOON_MS);
    expect(await both(apart)).toEqual([undefined, undefined]);
  });

  test('refuses it at once in a process that was told that it may have missed something', async () => {
    const carrier = new TardyCarrier();
    const tardy = await openIdentity(db, clock, new Notices(carrier, db.database));
    await tardy.get(Notices).start();
    expect(await both(tardy)).not.toContain(undefined);
    await here.get(Logins).logOut(actor);
    await here.get(ApiKeys).revoke(actor, keyId);
    carrier.listener?.listening();
    expect(await both(tardy)).toEqual([undefined, undefined]);
    await tardy.close();
  });

  test('refuses an expired key from that moment on, also one it remembers', async () => {
    const expiresAt = new Date(clock.nowMs() + SECOND_MS);
    const { apiKey: brief } = await here.get(ApiKeys).create(actor, { expiresAt });
    expect(await byKey(brief)).toBeDefined();
    clock.set(expiresAt);
    expect(await countingQueries(async () => expect(await byKey(brief)).toBeUndefined())).toBe(0);
  });

  test('refuses everything of a deleted user', async () => {
    await db.database.execute('delete from team');
    clock.advance(SOON_MS);
    expect(await both()).toEqual([undefined, undefined]);
  });

  test('says so when the database cannot be asked, and does not remember it', async () => {
    const query = jest.spyOn(db.database, 'query').mockRejectedValueOnce(new Error('down'));
    await expect(byKey()).rejects.toThrow('down');
    query.mockRestore();
    expect(await byKey()).toBeDefined();
  });

  describe('the last use of a key', () => {
    const lastUse = async () => {
      for (const process of [here, elsewhere]) await process.get(KeyUsage).flush();
      const [row] = await db.database.query<{ at: Date | null }>('select last_used_at as at from api_key');
      return row?.at;
    };

    test('is written after the request, once a minute', async () => {
      const firstUse = clock.now();
      await byKey();
      expect(await lastUse()).toEqual(firstUse);
      clock.advance(MINUTE_MS - 1);
      await byKey();
      expect(await lastUse()).toEqual(firstUse);
      clock.advance(1);
      await byKey();
      expect(await lastUse()).toEqual(clock.now());
    });

    test('is written once a minute by several processes together', async () => {
      const firstUse = clock.now();
      await byKey();
      await byKey(apiKey, elsewhere);
      clock.advance(SECOND_MS);
      expect(await lastUse()).toEqual(firstUse);
    });

    test('is not moved by a key that is refused', async () => {
      await here.get(ApiKeys).revoke(actor, keyId);
      await byKey();
      expect(await lastUse()).toBeNull();
    });

    test('is written when the process stops', async () => {
      const stopping = await openIdentity(db, clock);
      await byKey(apiKey, stopping);
      await stopping.close();
      expect(await lastUse()).toEqual(clock.now());
    });

    test('does no harm when it cannot be written', async () => {
      const execute = jest.spyOn(db.database, 'execute').mockRejectedValueOnce(new Error('down') as AppError);
      await byKey();
      await here.get(KeyUsage).flush();
      execute.mockRestore();
      expect(await byKey()).toBeDefined();
    });
  });
});

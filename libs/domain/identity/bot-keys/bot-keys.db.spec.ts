import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { newId, principalOf, SECOND_MS, type UserActor } from '#kernel';
import { linkedNotices, ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from '../actors/identity-actor-resolver';
import { Principals } from '../actors/principals';
import { ApiKeyEntity } from '../keys/api-key.entity';
import { Logins } from '../logins/logins.service';
import { Accounts } from '../users/accounts.service';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { BotKeyEntity } from './bot-key.entity';
import { BotKeys } from './bot-keys.service';

const JANE = { username: 'jane', email: 'jane@example.com', password: 'Sup3rSecret!' };
/** More than the time for which an answer is remembered. */
const SOON_MS = 6 * SECOND_MS;

describe('keys of bots', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let here: TestingModule;
  let elsewhere: TestingModule;
  let actor: UserActor;
  let botId: string;
  let text: string;

  beforeAll(async () => {
    const entities = [TeamEntity, UserEntity, ApiKeyEntity, BotKeyEntity];
    db = await openTestDatabase({ migrations: MIGRATIONS, entities });
    const notices = linkedNotices(db.database);
    [here, elsewhere] = [await openIdentity(db, clock, notices()), await openIdentity(db, clock, notices())];
  });

  afterAll(async () => {
    await here.close();
    await elsewhere.close();
    await db.close();
  });

  beforeEach(async () => {
    await db.reset();
    await here.get(Accounts).register(JANE);
    const { accessToken } = await here.get(Logins).logIn(JANE.username, JANE.password);
    actor = (await here.get(IdentityActorResolver).resolve({ type: 'jwt', value: accessToken })) as UserActor;
    botId = newId();
    await db.database.execute(`insert into bot (id, team_id, slug, name) values ($1, $2, 'bot', 'Bot')`, [
      botId,
      actor.teamId,
    ]);
    text = await here.get(BotKeys).create(actor, botId);
  });

  const resolve = (process = here, value = text) => process.get(IdentityActorResolver).resolve({ type: 'key', value });
  const deleteBot = () =>
    db.database.transaction(async () => {
      await db.database.execute('delete from bot where id = $1', [botId]);
      here.get(BotKeys, { strict: false }).forgetBot(botId);
    });

  test('open their bot, in its team and with its plan', async () => {
    expect(text).toMatch(/^bk_[A-Za-z0-9_-]{43}$/);
    const known = await resolve();
    expect(known).toMatchObject({ kind: 'bot_key', teamId: actor.teamId, plan: 'free', botId });
    expect(principalOf(known!)).toMatch(/^bot_key:[0-9a-f-]{36}$/);
    expect(known).not.toHaveProperty('scopes');
  });

  test('are stored as hashes only', async () => {
    const rows = await db.database.query<{ row: string }>('select k::text as row from bot_key k');
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(text.slice(3));
  });

  test('cost one look at the database in some seconds', async () => {
    const query = jest.spyOn(db.database, 'query');
    for (let call = 0; call < 5; call += 1) await resolve();
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });

  test('are unknown when they are not exactly one, and as access tokens', async () => {
    const wrong = [`${text}x`, text.slice(0, -1), text.replace('bk_', 'sk_live_'), `bk_${'A'.repeat(43)}`];
    for (const value of wrong) expect(await resolve(here, value)).toBeUndefined();
    expect(await here.get(IdentityActorResolver).resolve({ type: 'jwt', value: text })).toBeUndefined();
  });

  test('end with their bot, at once in every process', async () => {
    expect(await resolve(elsewhere)).toBeDefined();
    await deleteBot();
    expect(await resolve(elsewhere)).toBeUndefined();
    expect(await resolve(here)).toBeUndefined();
  });

  test('are refused when nobody of their team is active', async () => {
    await resolve();
    await db.database.execute('update app_user set is_active = false');
    await here.get(Principals).forgetUser(actor.userId);
    expect(await resolve()).toBeUndefined();
  });

  test('follow the plan of their team', async () => {
    await resolve();
    await db.database.execute(`update team set plan = 'pro'`);
    clock.advance(SOON_MS);
    expect(await resolve()).toMatchObject({ plan: 'pro' });
  });

  test('are refused with the last user of their team', async () => {
    await db.database.execute('delete from app_user');
    clock.advance(SOON_MS);
    expect(await resolve()).toBeUndefined();
  });
});

import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { type AppError, DAY_MS, newId, type UserActor, type WidgetKeyActor } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from '../actors/identity-actor-resolver';
import { Accounts } from '../users/accounts.service';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeys } from './api-keys.service';
import { ConversationTokens } from './conversation-tokens';
import { WidgetKeys } from './widget-keys.service';

describe('public keys', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let keys: WidgetKeys;
  let jane: UserActor;
  let joe: UserActor;
  let botId: string;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity, ApiKeyEntity] });
    identity = await openIdentity(db, clock);
    keys = identity.get(WidgetKeys);
  });

  afterAll(async () => {
    await identity.close();
    await db.close();
  });

  beforeEach(async () => {
    await db.reset();
    [jane, joe] = [await register('jane'), await register('joe')];
    botId = newId();
    await db.database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, 'guide', 'Guide')`, [
      botId,
      jane.teamId,
    ]);
  });

  const register = async (username: string): Promise<UserActor> => {
    const registration = { username, email: `${username}@example.com`, password: 'Sup3rSecret!' };
    const { id, teamId, role } = await identity.get(Accounts).register(registration);
    return { kind: 'user', userId: id, teamId, role, teamRole: 'owner', plan: 'free', loginId: newId() };
  };
  const whoHas = (value: string) => identity.get(IdentityActorResolver).resolve({ type: 'key', value });
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error as AppError,
    );

  test('open one bot to pages of their origins, and can be read again', async () => {
    const allowedOrigins = ['https://Shop.example.com', 'https://shop.example.com/', 'http://localhost:8080'];
    const { key, apiKey } = await keys.create(jane, { name: 'Shop', botId, allowedOrigins });
    expect(apiKey).toMatch(/^pk_live_[\w-]{43}$/);
    expect(await whoHas(apiKey)).toEqual({
      kind: 'widget_key',
      keyId: key.id,
      teamId: jane.teamId,
      botId,
      allowedOrigins: ['https://shop.example.com', 'http://localhost:8080'],
      plan: 'free',
    });
    const { items } = await identity.get(ApiKeys).list(jane, { page: 1, limit: 10 });
    expect(items).toEqual([
      {
        ...key,
        type: 'public',
        name: 'Shop',
        botId,
        publicText: apiKey,
        scopes: [],
        hint: apiKey.slice(0, 12),
      },
    ]);
  });

  test.each([
    'shop.example.com',
    'https://shop.example.com/path',
    'https://user@shop.example.com',
    'ftp://shop.example.com',
    'https://shop.example.com?x=1',
    '*',
    '',
  ])('are refused for the origin "%s"', async (origin) => {
    const error = await refusal(keys.create(jane, { botId, allowedOrigins: [origin] }));
    expect(error).toMatchObject({ kind: 'invalid_input', fields: [{ field: 'allowedOrigins' }] });
  });

  test('are refused for the bot of another team, for none, and with an expiry that is over', async () => {
    for (const id of [newId(), 'no id']) {
      expect((await refusal(keys.create(jane, { botId: id })))?.code).toBe('identity.bot_not_found');
    }
    expect((await refusal(keys.create(joe, { botId })))?.code).toBe('identity.bot_not_found');
    const error = await refusal(keys.create(jane, { botId, expiresAt: clock.now() }));
    expect(error?.fields.map(({ field }) => field)).toEqual(['expiresAt']);
  });

  test('stop when they expire, are revoked, or their bot is gone', async () => {
    const { apiKey } = await keys.create(jane, { botId, expiresAt: new Date(clock.nowMs() + DAY_MS) });
    const revoked = await keys.create(jane, { botId });
    const ofBot = await keys.create(jane, { botId });
    for (const text of [apiKey, revoked.apiKey, ofBot.apiKey]) expect(await whoHas(text)).toBeDefined();
    clock.advance(DAY_MS);
    expect(await whoHas(apiKey)).toBeUndefined();
    await identity.get(ApiKeys).revoke(jane, revoked.key.id);
    expect(await whoHas(revoked.apiKey)).toBeUndefined();
    await db.database.query('delete from bot where id = $1', [botId]);
    clock.advance(6_000);
    expect(await whoHas(ofBot.apiKey)).toBeUndefined();
  });

  test('an origin is known as long as a key names it', async () => {
    const resolver = identity.get(IdentityActorResolver);
    const { key } = await keys.create(jane, { botId, allowedOrigins: ['https://a.example'] });
    expect(await resolver.isPageOrigin('https://a.example')).toBe(true);
    expect(await resolver.isPageOrigin('https://b.example')).toBe(false);
    await identity.get(ApiKeys).revoke(jane, key.id);
    clock.advance(6_000);
    expect(await resolver.isPageOrigin('https://a.example')).toBe(false);
  });

  describe('tokens of their conversations', () => {
    const conversationId = newId();
    let actor: WidgetKeyActor;
    let token: string;

    beforeEach(async () => {
      const { apiKey } = await keys.create(jane, { botId, allowedOrigins: ['https://a.example'] });
      actor = (await whoHas(apiKey)) as WidgetKeyActor;
      token = identity.get(ConversationTokens).issue(actor, conversationId);
    });

    test('make whoever has one the visitor of that conversation', async () => {
      expect(await whoHas(token)).toEqual({ ...actor, kind: 'visitor', conversationId });
    });

    test('are refused with any character changed', async () => {
      for (let at = 3; at < token.length; at += 7) {
        const other = token[at] === 'A' ? 'B' : 'A';
        expect(await whoHas(`${token.slice(0, at)}${other}${token.slice(at + 1)}`)).toBeUndefined();
      }
    });

    test('end with their key', async () => {
      await identity.get(ApiKeys).revoke(jane, actor.keyId);
      expect(await whoHas(token)).toBeUndefined();
    });
  });

  test('of the demo page there is one, which gives way to the next', async () => {
    expect(await keys.demo()).toBeUndefined();
    await keys.createDemo(jane, botId);
    const { apiKey, key } = await keys.createDemo(jane, botId);
    expect(await keys.demo()).toEqual({ apiKey, botId });
    await identity.get(ApiKeys).revoke(jane, key.id);
    expect(await keys.demo()).toBeUndefined();
  });
});

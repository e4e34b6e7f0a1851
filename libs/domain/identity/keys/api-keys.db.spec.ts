import type { TestingModule } from '@nestjs/testing';
import { MIGRATIONS } from '#domain/migrations';
import { ALL_SCOPES, type AppError, DAY_MS, newId, type UserActor } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { openIdentity } from '#testing/identity';
import { IdentityActorResolver } from '../actors/identity-actor-resolver';
import type { User } from '../identity.types';
import { Accounts } from '../users/accounts.service';
import { TeamEntity } from '../users/team.entity';
import { UserEntity } from '../users/user.entity';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeys } from './api-keys.service';
import { KeyRotation } from './key-rotation.service';

describe('API keys', () => {
  const clock = new ManualClock();
  let db: TestDatabase;
  let identity: TestingModule;
  let keys: ApiKeys;
  let jane: UserActor;
  let joe: UserActor;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS, entities: [TeamEntity, UserEntity, ApiKeyEntity] });
    identity = await openIdentity(db, clock);
    keys = identity.get(ApiKeys);
  });

  afterAll(async () => {
    await identity.close();
    await db.close();
  });

  beforeEach(async () => {
    await db.reset();
    [jane, joe] = [await register('jane'), await register('joe')];
  });

  const register = async (username: string) => {
    const registration = { username, email: `${username}@example.com`, password: 'Sup3rSecret!' };
    return actorOf(await identity.get(Accounts).register(registration));
  };
  const actorOf = ({ id, teamId, role }: User): UserActor => {
    return { kind: 'user', userId: id, teamId, role, teamRole: 'owner', plan: 'free', loginId: newId() };
  };
  const insertBot = async ({ teamId }: UserActor) => {
    const id = newId();
    await db.database.execute(
      `insert into bot (id, team_id, name, slug, engine, configuration, status, created_at, updated_at)
       values ($1, $2, 'B', $3, 'default', '{}', 'active', now(), now())`,
      [id, teamId, id],
    );
    return id;
  };
  const whoHas = (value: string) => identity.get(IdentityActorResolver).resolve({ type: 'key', value });
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error as AppError,
    );
  const namesOf = async (actor: UserActor, page = 1, limit = 10) =>
    (await keys.list(actor, { page, limit })).items.map(({ name }) => name);

  test('have every scope and no expiry unless told otherwise', async () => {
    const { key, apiKey } = await keys.create(jane, {});
    expect(apiKey).toMatch(/^sk_live_[\w-]{43}$/);
    expect(key).toEqual({
      id: expect.any(String),
      type: 'secret',
      botId: null,
      botIds: null,
      allowedOrigins: [],
      publicText: null,
      name: 'default',
      hint: apiKey.slice(0, 12),
      scopes: ALL_SCOPES,
      createdAt: clock.now(),
      expiresAt: null,
      lastUsedAt: null,
    });
    expect(await whoHas(apiKey)).toEqual({
      kind: 'key',
      keyId: key.id,
      userId: jane.userId,
      teamId: jane.teamId,
      plan: 'free',
      scopes: ALL_SCOPES,
    });
  });

  test('can be limited in scopes and time', async () => {
    const expiresAt = new Date(clock.nowMs() + DAY_MS);
    const { key, apiKey } = await keys.create(jane, { name: ' CI ', scopes: ['chat:write', 'bots:read'], expiresAt });
    expect(key).toMatchObject({ name: 'CI', scopes: ['bots:read', 'chat:write'], expiresAt });
    expect(await whoHas(apiKey)).toMatchObject({ scopes: ['bots:read', 'chat:write'] });
  });

  test('are refused for scopes that do not exist, which are named', async () => {
    const error = await refusal(keys.create(jane, { scopes: ['chat:write', 'chat:rwite'] }));
    expect(error).toMatchObject({ kind: 'invalid_input', fields: [{ field: 'scopes' }] });
    expect(error?.message).toMatch(/"chat:rwite".*Accepted are .*chat:write/);
  });

  test('are refused without any scope and with an expiry that is over', async () => {
    const error = await refusal(keys.create(jane, { scopes: [], expiresAt: clock.now() }));
    expect(error?.fields.map(({ field }) => field)).toEqual(['scopes', 'expiresAt']);
    expect(await namesOf(jane)).toEqual([]);
  });

  test('are stored as a hash only', async () => {
    const { apiKey } = await keys.create(jane, {});
    const [row] = await db.database.query<{ hash: Buffer }>('select * from api_key');
    expect(row?.hash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(apiKey);
  });

  test('are listed page by page, newest first, for their team only, without hash or owner', async () => {
    for (const name of ['one', 'two', 'three']) await keys.create(jane, { name });
    await keys.create(joe, { name: 'foreign' });
    const page = await keys.list(jane, { page: 1, limit: 2 });
    expect(page).toMatchObject({ total: 3, page: 1, limit: 2 });
    expect(page.items.map(({ name }) => name)).toEqual(['three', 'two']);
    expect(Object.keys(page.items[0]!).toSorted()).toEqual([
      'allowedOrigins',
      'botId',
      'botIds',
      'createdAt',
      'expiresAt',
      'hint',
      'id',
      'lastUsedAt',
      'name',
      'publicText',
      'scopes',
      'type',
    ]);
    expect(await namesOf(jane, 2, 2)).toEqual(['one']);
    expect(await namesOf(joe)).toEqual(['foreign']);
  });

  test('stop at once when they are revoked, and are listed no more', async () => {
    const { key, apiKey } = await keys.create(jane, {});
    expect(await whoHas(apiKey)).toBeDefined();
    await keys.revoke(jane, key.id);
    expect(await whoHas(apiKey)).toBeUndefined();
    expect(await namesOf(jane)).toEqual([]);
  });

  test('can be revoked once, and by their own team only', async () => {
    const { key, apiKey } = await keys.create(jane, {});
    expect((await refusal(keys.revoke(joe, key.id)))?.code).toBe('identity.key_not_found');
    expect(await whoHas(apiKey)).toBeDefined();
    await keys.revoke(jane, key.id);
    for (const id of [key.id, newId(), 'no id']) {
      expect((await refusal(keys.revoke(jane, id)))?.code).toBe('identity.key_not_found');
    }
  });

  describe('rotated', () => {
    const rotate = (id: string, graceMs = 0) => identity.get(KeyRotation).rotate(jane, id, graceMs);

    test('are the same keys with another text, and the text before stops at once', async () => {
      const { key, apiKey } = await keys.create(jane, { name: 'CI', scopes: ['chat:write'] });
      const before = await whoHas(apiKey);
      const rotated = await rotate(key.id);
      expect(await whoHas(apiKey)).toBeUndefined();
      expect(await whoHas(rotated.apiKey)).toEqual(before);
      expect(rotated.key).toEqual({ ...key, hint: rotated.apiKey.slice(0, 12) });
    });

    test('open with both texts until the time of grace is over', async () => {
      const { key, apiKey } = await keys.create(jane, {});
      const rotated = await rotate(key.id, DAY_MS);
      expect(rotated.formerWorksUntil).toEqual(new Date(clock.nowMs() + DAY_MS));
      clock.advance(DAY_MS - 1);
      expect(await whoHas(apiKey)).toMatchObject({ keyId: key.id });
      clock.advance(1);
      expect(await whoHas(apiKey)).toBeUndefined();
      expect(await whoHas(rotated.apiKey)).toMatchObject({ keyId: key.id });
      await keys.prune();
      clock.advance(1);
      await keys.prune();
      expect(await db.database.query('select from api_key_former_hash')).toEqual([]);
    });

    test('without a time of grace take all earlier texts with them, and so does revoking', async () => {
      const { key, apiKey } = await keys.create(jane, {});
      const second = await rotate(key.id, DAY_MS);
      await rotate(key.id, 0);
      expect([await whoHas(apiKey), await whoHas(second.apiKey)]).toEqual([undefined, undefined]);
      const third = await rotate(key.id, DAY_MS);
      const fourth = await rotate(key.id, DAY_MS);
      await keys.revoke(jane, key.id);
      expect([await whoHas(third.apiKey), await whoHas(fourth.apiKey)]).toEqual([undefined, undefined]);
    });

    test('expire when they would have', async () => {
      const { key } = await keys.create(jane, { expiresAt: new Date(clock.nowMs() + 1_000) });
      const { apiKey } = await rotate(key.id, DAY_MS);
      clock.advance(1_000);
      expect(await whoHas(apiKey)).toBeUndefined();
    });

    test('are those of the own team, and stand', async () => {
      const { key } = await keys.create(joe, {});
      for (const id of [key.id, newId(), 'x']) {
        expect((await refusal(rotate(id)))?.code).toBe('identity.key_not_found');
      }
    });
  });

  test('expire', async () => {
    const { apiKey } = await keys.create(jane, { expiresAt: new Date(clock.nowMs() + 1_000) });
    expect(await whoHas(apiKey)).toBeDefined();
    clock.advance(1_000);
    expect(await whoHas(apiKey)).toBeUndefined();
  });

  test('can be changed in name, scopes and expiry, which counts at once', async () => {
    const { key, apiKey } = await keys.create(jane, { scopes: ['admin'], expiresAt: new Date(clock.nowMs() + 1_000) });
    await whoHas(apiKey);
    const changed = await keys.update(jane, key.id, { name: ' New ', scopes: ['chat:write'], expiresAt: null });
    // When it was used is written beside the requests, so it may stand there already.
    const { lastUsedAt: _, ...wanted } = { ...key, name: 'New', scopes: ['chat:write'], expiresAt: null };
    expect(changed).toMatchObject(wanted);
    clock.advance(1_000);
    expect(await whoHas(apiKey)).toMatchObject({ scopes: ['chat:write'] });
    expect(await keys.update(jane, key.id, {})).toMatchObject(wanted);
    expect((await refusal(keys.update(joe, key.id, { name: 'x' })))?.code).toBe('identity.key_not_found');
    expect((await refusal(keys.update(jane, key.id, { expiresAt: clock.now() })))?.kind).toBe('invalid_input');
  });

  test('are given no more than their maker’s role has, and have all of that unless told otherwise', async () => {
    const agent: UserActor = { ...jane, teamRole: 'agent' };
    const error = await refusal(keys.create(agent, { scopes: ['chat:write', 'bots:write'] }));
    expect(error).toMatchObject({ kind: 'invalid_input', fields: [{ field: 'scopes' }] });
    const { key } = await keys.create(agent, {});
    expect(key.scopes).toEqual(expect.arrayContaining(['chat:read', 'chat:write', 'bots:read']));
    expect(key.scopes).not.toContain('admin');
    expect(key.scopes).not.toContain('bots:write');
  });

  test('for some bots name bots of their team', async () => {
    const [ours, theirs] = [await insertBot(jane), await insertBot(joe)];
    const { key, apiKey } = await keys.create(jane, { botIds: [ours, ours.toUpperCase()] });
    expect(key.botIds).toEqual([ours]);
    expect(await whoHas(apiKey)).toMatchObject({ botIds: [ours] });
    for (const botIds of [[ours, theirs], [newId()], ['x']]) {
      expect((await refusal(keys.create(jane, { botIds })))?.code).toBe('identity.bot_not_found');
    }
    expect((await refusal(keys.create(jane, { botIds: [] })))?.kind).toBe('invalid_input');
  });

  test('go with their user', async () => {
    const { apiKey } = await keys.create(jane, {});
    await db.database.execute('delete from team where id = $1', [jane.teamId]);
    expect(await whoHas(apiKey)).toBeUndefined();
  });
});

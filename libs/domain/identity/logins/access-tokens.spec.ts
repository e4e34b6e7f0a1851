import { JwtService } from '@nestjs/jwt';
import { newId } from '#kernel';
import { ManualClock } from '#testing';
import { newOpaqueToken } from '../opaque-tokens';
import { ACCESS_TOKEN_LIFETIME_MS, type AccessClaims, AccessTokens } from './access-tokens';

const SECRET = 'a secret of at least thirty-two characters';
const CLAIMS: AccessClaims = { userId: newId(), teamId: newId(), role: 'user', loginId: newId() };

describe('access tokens', () => {
  let clock: ManualClock;
  let tokens: AccessTokens;
  const jwt = new JwtService({ secret: SECRET });

  const payloadOf = (token: string) => jwt.decode<Record<string, unknown>>(token);
  const forge = (claims: object, options: object) =>
    jwt.sign(claims, { algorithm: 'HS256', issuer: 'parley', audience: 'parley:access', ...options });
  const own = () => ({ sub: CLAIMS.userId, login: CLAIMS.loginId, iat: clock.nowMs() / 1_000 });

  beforeEach(() => {
    clock = new ManualClock();
    tokens = new AccessTokens(jwt, clock);
  });

  test('name user, team, role and login', () => {
    const token = tokens.sign(CLAIMS);
    expect(payloadOf(token)).toMatchObject({
      sub: CLAIMS.userId,
      team: CLAIMS.teamId,
      role: 'user',
      login: CLAIMS.loginId,
    });
    expect(tokens.read(token)).toEqual({ userId: CLAIMS.userId, loginId: CLAIMS.loginId });
  });

  test('are each different, even within one second', () => {
    expect(tokens.sign(CLAIMS)).not.toBe(tokens.sign(CLAIMS));
  });

  test('are accepted for one hour', () => {
    const token = tokens.sign(CLAIMS);
    clock.advance(ACCESS_TOKEN_LIFETIME_MS - 1_000);
    expect(tokens.read(token)).toBeDefined();
    clock.advance(1_000);
    expect(tokens.read(token)).toBeUndefined();
  });

  test('can be forged with our secret only', () => {
    expect(tokens.read(forge(own(), { expiresIn: 60 }))).toBeDefined();
    expect(tokens.read(forge(own(), { expiresIn: 60, secret: `${SECRET}.` }))).toBeUndefined();
  });

  test('are refused without a signature, whatever algorithm they name', () => {
    const [, payload] = tokens.sign(CLAIMS).split('.');
    for (const alg of ['none', 'None', 'HS256']) {
      const header = Buffer.from(JSON.stringify({ alg, typ: 'JWT' })).toString('base64url');
      expect(tokens.read(`${header}.${payload}.`)).toBeUndefined();
    }
  });

  test('are refused with another payload under the same signature', () => {
    const [header, payload, signature] = tokens.sign(CLAIMS).split('.');
    const claims = { ...JSON.parse(Buffer.from(payload!, 'base64url').toString()), sub: newId() };
    const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
    expect(tokens.read(`${header}.${forged}.${signature}`)).toBeUndefined();
  });

  test.each([
    ['another algorithm', { algorithm: 'HS512' }],
    ['another purpose', { audience: 'parley:reset' }],
    ['another issuer', { issuer: 'somebody' }],
  ])('are refused when signed by us for %s', (_what, options) => {
    expect(tokens.read(forge(own(), { expiresIn: 60, ...options }))).toBeUndefined();
  });

  test('are refused when they name no login', () => {
    expect(tokens.read(forge({ ...own(), login: undefined }, { expiresIn: 60 }))).toBeUndefined();
    expect(tokens.read(forge({ ...own(), login: 'x' }, { expiresIn: 60 }))).toBeUndefined();
  });

  test.each(['', '..', 'a.b.c', newOpaqueToken(), `${newOpaqueToken()}.${newOpaqueToken()}.${newOpaqueToken()}`])(
    'are no other text (%#)',
    (text) => {
      expect(tokens.read(text)).toBeUndefined();
    },
  );
});

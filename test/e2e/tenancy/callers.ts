import { eventually } from '#testing';
import type { FurnishedTeam } from '#testing/furnished-team';
import { loginAsAdmin, must, registerTeam, WireClient } from '#testing/parley';

/** Who calls, in the eyes of the team whose things are called for. */
export type CallerKind =
  /** With no credential that is good for anything. */
  | 'nobody'
  | 'strange user'
  | 'strange key'
  /** A key of the team itself that may do next to nothing. */
  | 'limited key'
  | 'bot key'
  | 'other bot key'
  | 'strange bot key'
  | 'public'
  | 'strange public';

export interface MatrixCaller {
  name: string;
  kind: CallerKind;
  headers: Readonly<Record<string, string>>;
}

const key = (text: string) => ({ 'x-api-key': text });
const token = (text: string) => ({ authorization: `Bearer ${text}` });
/** Until processes have forgotten whom they remembered. */
const EXPIRES_IN_MS = 1_500;

/** Everybody who might try. */
export async function everyCaller(wire: WireClient, team: FurnishedTeam, stranger: FurnishedTeam) {
  const nobodies = await nobodiesOf(wire, team);
  const callers: MatrixCaller[] = [
    { name: 'a user of another team', kind: 'strange user', headers: token(stranger.tokens.accessToken) },
    { name: 'a key of another team', kind: 'strange key', headers: key(stranger.apiKey) },
    { name: 'the key of the bot', kind: 'bot key', headers: key(team.things.botKey!) },
    { name: 'the key of another bot of the team', kind: 'other bot key', headers: key(team.things.otherBotKey!) },
    { name: 'the key of a bot of another team', kind: 'strange bot key', headers: key(stranger.things.botKey!) },
    { name: 'a public key of the team', kind: 'public', headers: token(team.things.publicKey!) },
    { name: 'a visitor of the team', kind: 'public', headers: token(team.things.visitorToken!) },
    { name: 'a public key of another team', kind: 'strange public', headers: token(stranger.things.publicKey!) },
    { name: 'a visitor of another team', kind: 'strange public', headers: token(stranger.things.visitorToken!) },
  ];
  return [...nobodies, ...callers];
}

/** Two, because what one of them may do the other may not. */
export function limitedKeys(team: FurnishedTeam): Promise<MatrixCaller[]> {
  return Promise.all(
    ['files:read', 'training:read'].map(async (scope): Promise<MatrixCaller> => {
      const { apiKey } = await newKey(team, { scopes: [scope] });
      return { name: `a key with ${scope}`, kind: 'limited key', headers: key(apiKey) };
    }),
  );
}

async function nobodiesOf(wire: WireClient, team: FurnishedTeam): Promise<MatrixCaller[]> {
  const [revoked, expired, disabled] = await Promise.all([revokedKey(team), expiredKey(team), disabledUser(wire)]);
  const [head, , signature] = team.tokens.accessToken.split('.');
  const claims = Buffer.from(JSON.stringify({ sub: team.userId, team: team.teamId, role: 'admin' }));
  const forged = [head, claims.toString('base64url'), signature].join('.');
  const credentials: Array<[string, Record<string, string>]> = [
    ['nobody', {}],
    ['an unknown key', key(`sk_live_${'x'.repeat(43)}`)],
    ['something that is no key', key('%00 or 1=1')],
    ['a forged token', token(forged)],
    ['a revoked key', key(revoked)],
    ['an expired key', key(expired)],
    ['a disabled user', token(disabled.token)],
    ['the key of a disabled user', key(disabled.apiKey)],
  ];
  return credentials.map(([name, headers]) => ({ name, kind: 'nobody', headers }));
}

async function newKey({ asUser }: FurnishedTeam, order: object): Promise<{ id: string; apiKey: string }> {
  return must(await asUser.post('/api/v1/auth/api-key', order), 201).body.data;
}

async function revokedKey(team: FurnishedTeam): Promise<string> {
  const { id, apiKey } = await newKey(team, { name: 'revoked' });
  must(await team.asUser.delete(`/api/v1/auth/api-keys/${id}`), 200);
  return refused(team.asUser.baseUrl, apiKey);
}

async function expiredKey(team: FurnishedTeam): Promise<string> {
  const expiresAt = new Date(Date.now() + EXPIRES_IN_MS).toISOString();
  return refused(team.asUser.baseUrl, (await newKey(team, { expiresAt })).apiKey);
}

async function disabledUser(wire: WireClient): Promise<{ token: string; apiKey: string }> {
  const { tokens, apiKey, asUser } = await registerTeam(wire, 'disabled');
  const { id } = must(await asUser.get('/api/v1/auth/me'), 200).body.data;
  const admin = await loginAsAdmin(wire);
  must(await admin.put(`/api/v1/admin/users/${id}`, { isActive: false }), 200);
  await refused(wire.baseUrl, apiKey);
  await eventually(async () => (await asUser.get('/api/v1/auth/me')).status === 401);
  return { token: tokens.accessToken, apiKey };
}

/** The key, as soon as it opens nothing. */
async function refused(baseUrl: string, apiKey: string): Promise<string> {
  const wire = new WireClient(baseUrl).withKey(apiKey);
  await eventually(async () => (await wire.get('/api/v1/chatbots')).status === 401);
  return apiKey;
}

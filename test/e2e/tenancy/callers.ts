import { randomBytes } from 'node:crypto';
import { ALL_SCOPES, type Scope, scopesGrant, scopesOfRole, type TeamRole } from '#kernel';
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
  /** A key of the team itself that is for a bot with nothing in it. */
  | 'key of a bot'
  /** Somebody of the team itself. */
  | 'colleague'
  | 'bot key'
  | 'other bot key'
  | 'strange bot key'
  | 'public'
  | 'strange public';

export interface MatrixCaller {
  name: string;
  kind: CallerKind;
  headers: Readonly<Record<string, string>>;
  /** What it may do, where that is not everything. */
  scopes?: readonly Scope[];
  teamRole?: TeamRole;
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
    (['files:read', 'training:read'] as const).map(async (scope): Promise<MatrixCaller> => {
      const { apiKey } = await newKey(team, { scopes: [scope] });
      return { name: `a key with ${scope}`, kind: 'limited key', headers: key(apiKey), scopes: [scope] };
    }),
  );
}

/** For each scope a key that has all others. */
export function keysWithout(team: FurnishedTeam, wanted: readonly Scope[]): Promise<MatrixCaller[]> {
  return Promise.all(
    wanted.map(async (without): Promise<MatrixCaller> => {
      const scopes = ALL_SCOPES.filter((scope) => !scopesGrant([scope], without));
      const { apiKey } = await newKey(team, { name: `all but ${without}`, scopes });
      return { name: `a key without ${without}`, kind: 'limited key', headers: key(apiKey), scopes };
    }),
  );
}

/** A key for a bot of the team that nothing belongs to. */
export async function keyOfABot(team: FurnishedTeam): Promise<MatrixCaller> {
  const bot = must(await team.asUser.post('/api/v1/chatbots', { name: 'Empty' }), 201).body.data;
  const { apiKey } = await newKey(team, { name: 'of a bot', chatbotIds: [bot.id] });
  return { name: 'a key for another bot of the team', kind: 'key of a bot', headers: key(apiKey) };
}

/** People of the team below its owner, one of each role. */
export async function colleagues(wire: WireClient, team: FurnishedTeam): Promise<MatrixCaller[]> {
  const roles = ['admin', 'agent', 'member'] as const;
  return Promise.all(
    roles.map(async (teamRole): Promise<MatrixCaller> => {
      const headers = token(await tokenOfNew(teamRole, wire, team));
      return {
        name: `an ${teamRole} of the team`,
        kind: 'colleague',
        headers,
        teamRole,
        scopes: scopesOfRole(teamRole),
      };
    }),
  );
}

async function tokenOfNew(role: TeamRole, wire: WireClient, { asUser }: FurnishedTeam): Promise<string> {
  const username = `${role}-${randomBytes(6).toString('hex')}`;
  const invitation = { email: `${username}@example.com`, role };
  const invited = must(await asUser.post('/api/v1/team/invitations', invitation), 201).body.data;
  const password = 'a long enough password';
  must(await wire.post('/api/v1/auth/invitations/accept', { token: invited.token, username, password }), 201);
  return must(await wire.post('/api/v1/auth/login', { username, password }), 200).body.data.accessToken;
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

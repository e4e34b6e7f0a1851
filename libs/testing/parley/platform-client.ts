import { randomBytes } from 'node:crypto';
import { TEST_ADMIN } from './installation';
import type { WireAnswer, WireClient } from './wire';

/** A new user of a new team, logged in, with a key. The name is unlike all others, also on a database that tests share. */
export async function registerTeam(wire: WireClient, name = 'user') {
  const username = `${name}-${randomBytes(6).toString('hex')}`;
  const account = { username, email: `${username}@example.com`, password: 'a long enough password' };
  must(await wire.post('/api/v1/auth/register', account), 201);
  const tokens = must(await wire.post('/api/v1/auth/login', account), 200).body.data;
  const user = wire.withToken(tokens.accessToken);
  const apiKey: string = must(await user.post('/api/v1/auth/api-key', { name: 'tests' }), 201).body.data.apiKey;
  return { account, tokens, apiKey, asUser: user, asKey: wire.withKey(apiKey) };
}

export type RegisteredTeam = Awaited<ReturnType<typeof registerTeam>>;

/** The administrator of the first start. */
export async function loginAsAdmin(wire: WireClient): Promise<WireClient> {
  const { username, password } = TEST_ADMIN;
  const answer = must(await wire.post('/api/v1/auth/login', { username, password }), 200);
  return wire.withToken(answer.body.data.accessToken);
}

/** A bot with one knowledge base that holds the given items. */
export async function createBotThatKnows(wire: WireClient, items: ReadonlyArray<{ title: string; content: string }>) {
  const bot = must(await wire.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data;
  const base = must(await wire.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, { name: 'Help', items }), 201).body
    .data;
  return { botId: bot.id as string, baseId: base.id as string };
}

/** The answer itself when it has the wanted status; else an error that shows it. */
export function must(answer: WireAnswer, status: number): WireAnswer {
  if (answer.status === status) return answer;
  throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}

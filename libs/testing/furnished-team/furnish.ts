import { randomBytes } from 'node:crypto';
import { eventually } from '../eventually';
import { must, registerTeam, type WireClient } from '../parley';
import { furnishAutomation } from './furnish-automation';
import { furnishBots } from './furnish-bots';
import { furnishKnowledge } from './furnish-knowledge';
import { furnishTalks } from './furnish-talks';
import { furnishTraining } from './furnish-training';
import type { FurnishedTeam, Furnishing } from './furnished-team.types';

/** A team with one of everything that a path, a query or a body can name, each full of the team's marker. */
export async function furnishTeam(wire: WireClient, name = 'furnished'): Promise<FurnishedTeam> {
  const team = await registerTeam(wire, name);
  const marker = `zq${randomBytes(6).toString('hex')}`;
  const { sub: userId = '', team: teamId = '' } = claimsOf(team.tokens.accessToken);
  const furnishing: Furnishing = { team, userId, marker, things: { user: userId } };
  await furnishBots(furnishing);
  await furnishKnowledge(furnishing);
  await furnishTraining(furnishing);
  await furnishTalks(furnishing);
  await furnishAutomation(furnishing);
  const spare = await team.asUser.post('/api/v1/auth/api-key', { name: `Spare ${marker}` });
  furnishing.things.apiKey = must(spare, 201).body.data.id;
  const invitation = { email: `${marker}@example.com`, role: 'agent' };
  furnishing.things.invitation = must(await team.asUser.post('/api/v1/team/invitations', invitation), 201).body.data.id;
  const budget = { subject: 'team', measure: 'tokens', period: 'month', limit: 1_000_000_000 };
  furnishing.things.budget = must(await team.asUser.put('/api/v1/team/budgets', budget), 201).body.data.id;
  furnishing.things.teamExport = must(await team.asUser.post('/api/v1/team/exports'), 202).body.data.id;
  await eventually(() => isIdle(furnishing));
  return { ...team, teamId, userId, marker, things: furnishing.things };
}

/** Nothing that was begun is still on its way. */
async function isIdle({ team: { asKey, asUser }, things }: Furnishing): Promise<boolean> {
  const bot = `/api/v1/chatbots/${things.bot}`;
  const paths = [
    `${bot}/documents/${things.document}`,
    `${bot}/web-sources/${things.webSource}`,
    `/api/v1/knowledge-bases/${things.base}/imports/${things.import}`,
    `/api/v1/chatbots/imports/${things.botImport}`,
    `/api/v1/training/sessions/${things.session}`,
    `/api/v1/agent-loops/${things.loop}/executions/${things.execution}`,
  ];
  for (const path of paths) {
    const { status } = must(await asKey.get(path), 200).body.data;
    if (!['ready', 'completed', 'failed'].includes(status)) throw new Error(`${path} is ${status}.`);
  }
  const { status } = must(await asUser.get(`/api/v1/team/exports/${things.teamExport}`), 200).body.data;
  return status === 'completed';
}

function claimsOf(token: string): { sub?: string; team?: string } {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

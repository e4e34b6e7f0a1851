import { randomBytes } from 'node:crypto';
import { eventually } from '#testing';
import {
  Installation,
  loginAsAdmin,
  must,
  type RegisteredTeam,
  registerTeam,
  type WireAnswer,
  WireClient,
} from '#testing/parley';
import { connect } from '../mcp/mcp-clients';

const PASSWORD = 'a long enough password';
const UNKNOWN_ID = '0190f000-0000-7000-8000-000000000001';

type TeamRole = 'owner' | 'admin' | 'agent' | 'member';

describe('a team of several people', () => {
  let parley: Installation;
  let wire: WireClient;
  let team: RegisteredTeam;
  let botId: string;
  /** Of the first one of each role. */
  const tokens: Partial<Record<TeamRole, string>> = {};
  let people: Record<Exclude<TeamRole, 'owner'>, WireClient>;

  beforeAll(async () => {
    parley = await Installation.start({ EXPOSE_RESET_TOKEN: 'true' });
    wire = new WireClient(parley.baseUrl);
    team = await registerTeam(wire, 'owner');
    botId = must(await team.asUser.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;
    people = { admin: await join('admin'), agent: await join('agent'), member: await join('member') };
  });
  afterAll(() => parley.stop());

  const join = async (role: TeamRole, inviting = team.asUser) => {
    const username = `${role}-${randomBytes(6).toString('hex')}`;
    const invitation = { email: `${username}@example.com`, role };
    const { token } = must(await inviting.post('/api/v1/team/invitations', invitation), 201).body.data;
    const account = { token, username, password: PASSWORD };
    must(await wire.post('/api/v1/auth/invitations/accept', account), 201);
    const login = must(await wire.post('/api/v1/auth/login', { username, password: PASSWORD }), 200).body.data;
    tokens[role] ??= login.accessToken;
    return wire.withToken(login.accessToken);
  };
  const idOf = async (person: WireClient) => must(await person.get('/api/v1/auth/me'), 200).body.data.id as string;
  const statuses = async (calls: Array<Promise<WireAnswer>>) => (await Promise.all(calls)).map(({ status }) => status);

  describe('the team', () => {
    test('is shown to all of its people and renamed by owners and admins', async () => {
      const shown = must(await people.agent.get('/api/v1/team'), 200).body.data;
      expect(shown).toMatchObject({ name: team.account.username, plan: 'free', memberCount: 4 });
      must(await people.admin.put('/api/v1/team', { name: 'Support' }), 200);
      expect(must(await team.asUser.get('/api/v1/team'), 200).body.data.name).toBe('Support');
      expect(
        await statuses([people.agent.put('/api/v1/team', { name: 'Mine' }), team.asKey.get('/api/v1/team')]),
      ).toEqual([403, 403]);
    });

    test('has people, whom owners and admins see, and who know their role', async () => {
      const listed = must(await people.admin.get('/api/v1/team/members?limit=100'), 200).body.data;
      expect(listed.map(({ teamRole }: { teamRole: string }) => teamRole).slice(0, 4)).toEqual([
        'owner',
        'admin',
        'agent',
        'member',
      ]);
      expect(must(await people.agent.get('/api/v1/auth/me'), 200).body.data.teamRole).toBe('agent');
      expect((await people.member.get('/api/v1/team/members')).status).toBe(403);
    });
  });

  test('what no scope says is for owners and admins', async () => {
    const calls = (person: WireClient) => [
      person.get('/api/v1/team/members'),
      person.put(`/api/v1/team/members/${UNKNOWN_ID}`, { role: 'agent' }),
      person.delete(`/api/v1/team/members/${UNKNOWN_ID}`),
      person.get('/api/v1/team/invitations'),
      person.post('/api/v1/team/invitations', { email: 'x@example.com', role: 'owner' }),
      person.post(`/api/v1/team/invitations/${UNKNOWN_ID}/resend`, {}),
      person.delete(`/api/v1/team/invitations/${UNKNOWN_ID}`),
      person.get('/api/v1/team/audit-log'),
      person.get('/api/v1/admin/audit-log'),
      person.get('/api/v1/auth/api-keys'),
      person.post('/api/v1/auth/api-key', {}),
      person.put(`/api/v1/auth/api-keys/${UNKNOWN_ID}`, {}),
      person.post(`/api/v1/auth/api-key/${UNKNOWN_ID}/rotate`, {}),
      person.delete(`/api/v1/auth/api-keys/${UNKNOWN_ID}`),
    ];
    for (const person of [people.agent, people.member, team.asKey]) {
      expect(await statuses(calls(person))).toEqual(calls(person).map(() => 403));
    }
  });

  describe('an agent', () => {
    test('works on conversations in every dialect', async () => {
      const { agent } = people;
      must(await agent.post(`/api/v1/chatbots/${botId}/conversation`, { message: 'Hello' }), 200);
      must(await agent.get(`/api/v1/chatbots/${botId}/conversations`), 200);
      must(await agent.post('/api/chat', { message: 'Hello' }), 200);
      must(await agent.get('/v1/bots'), 200);
      must(await agent.get('/openai/v1/models'), 200);
    });

    test('changes no bot, whichever dialect it is asked in', async () => {
      const { agent } = people;
      const [bot] = must(await agent.get('/v1/bots'), 200).body.data;
      const { slug } = must(await agent.get(`/api/v1/chatbots/${botId}`), 200).body.data;
      expect(
        await statuses([
          agent.delete(`/api/v1/chatbots/${botId}`),
          agent.put(`/api/v1/chatbots/${botId}`, { name: 'Mine' }),
          agent.post('/api/v1/chatbots', { name: 'Another' }),
          agent.post(`/api/v1/chatbots/${botId}/knowledge-bases`, { name: 'Base' }),
          agent.delete(`/v1/bots/${bot.id}`),
          agent.post('/v1/bots', { name: 'Another' }),
          agent.post('/api/knowledge', { title: 'T', content: 'C' }),
          agent.post('/api/v1/knowledge-base', { title: 'T', content: 'C' }),
          agent.post('/api/webhooks', { url: 'https://example.com', events: ['chat.completed'] }),
          agent.get('/api/v1/models'),
          agent.post('/api/v1/models', {}),
        ]),
      ).toEqual([403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403]);
      expect(
        await statuses([agent.delete(`/bots/${slug}/manage/delete`), agent.get(`/bots/${slug}/manage/about`)]),
      ).toEqual([401, 401]);
      must(await team.asUser.get(`/api/v1/chatbots/${botId}`), 200);
    });

    test('is offered by MCP what the role allows', async () => {
      const namesFor = async (token: string) => {
        const client = await connect(parley.baseUrl, token);
        const names = (await client.listTools()).map(({ name }) => name as string);
        await client.close();
        return names;
      };
      const [offered, all] = [await namesFor(tokens.agent!), await namesFor(team.tokens.accessToken)];
      expect(offered.length).toBeGreaterThan(0);
      expect(offered.length).toBeLessThan(all.length);
    });
  });

  test('a member builds bots and touches nothing that holds credentials', async () => {
    const { member } = people;
    const made = must(await member.post('/api/v1/chatbots', { name: 'Built' }), 201).body.data;
    must(await member.post(`/api/v1/chatbots/${made.id}/knowledge-bases`, { name: 'Base' }), 201);
    must(await member.get('/api/v1/models'), 200);
    expect(
      await statuses([
        member.post('/api/v1/models', {}),
        member.post('/api/v1/webhooks', {}),
        member.post(`/api/v1/chatbots/${made.id}/integrations`, {}),
        member.post(`/api/v1/chatbots/${made.id}/channels`, {}),
        member.post('/api/v1/agent-loops', {}),
      ]),
    ).toEqual([403, 403, 403, 403, 403]);
    must(await member.delete(`/api/v1/chatbots/${made.id}`), 200);
  });

  describe('invitations', () => {
    test('are listed, sent again and withdrawn', async () => {
      const email = `joe-${randomBytes(6).toString('hex')}@example.com`;
      const made = must(await people.admin.post('/api/v1/team/invitations', { email, role: 'agent' }), 201).body.data;
      const listed = must(await team.asUser.get('/api/v1/team/invitations'), 200).body.data;
      expect(listed).toContainEqual(expect.objectContaining({ id: made.id, email, role: 'agent' }));
      expect(JSON.stringify(listed)).not.toContain(made.token);
      const again = await people.admin.post(`/api/v1/team/invitations/${made.id}/resend`, {});
      expect([again.status, again.body.code]).toEqual([409, 'CONFLICT']);
      must(await people.admin.delete(`/api/v1/team/invitations/${made.id}`), 200);
      const account = { token: made.token, username: 'nobody-joins', password: PASSWORD };
      expect((await wire.post('/api/v1/auth/invitations/accept', account)).status).toBe(400);
    });

    test('say that an address has an account, and are refused to admins for owners', async () => {
      const other = await registerTeam(wire);
      const taken = await team.asUser.post('/api/v1/team/invitations', { email: other.account.email, role: 'agent' });
      expect([taken.status, taken.body.message]).toEqual([409, expect.stringContaining('has an account already')]);
      const owner = await people.admin.post('/api/v1/team/invitations', { email: 'o@example.com', role: 'owner' });
      expect(owner.status).toBe(403);
      const wrong = await team.asUser.post('/api/v1/team/invitations', { email: 'x', role: 'king' });
      expect([wrong.status, wrong.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    });

    test('of another team are not found', async () => {
      const other = await registerTeam(wire);
      const email = `joe-${randomBytes(6).toString('hex')}@example.com`;
      const { id } = must(await team.asUser.post('/api/v1/team/invitations', { email, role: 'agent' }), 201).body.data;
      expect(
        await statuses([
          other.asUser.delete(`/api/v1/team/invitations/${id}`),
          other.asUser.post(`/api/v1/team/invitations/${id}/resend`, {}),
          other.asUser.put(`/api/v1/team/members/${await idOf(people.agent)}`, { role: 'owner' }),
          other.asUser.delete(`/api/v1/team/members/${await idOf(people.agent)}`),
        ]),
      ).toEqual([404, 404, 404, 404]);
    });
  });

  test('a role that is taken away counts within seconds, for logins and for keys', async () => {
    const admin = await join('admin');
    const { apiKey } = must(await admin.post('/api/v1/auth/api-key', { scopes: ['admin'] }), 201).body.data;
    const asKey = wire.withKey(apiKey);
    must(await asKey.get('/api/v1/models'), 200);
    must(await team.asUser.put(`/api/v1/team/members/${await idOf(admin)}`, { role: 'agent' }), 200);
    await eventually(async () => (await asKey.get('/api/v1/models')).status === 403);
    await eventually(async () => (await admin.get('/api/v1/auth/api-keys')).status === 403);
    must(await asKey.get('/api/v1/chatbots'), 200);
    must(await team.asUser.delete(`/api/v1/team/members/${await idOf(admin)}`), 200);
    await eventually(async () => (await asKey.get('/api/v1/chatbots')).status === 401);
    await eventually(async () => (await admin.get('/api/v1/auth/me')).status === 401);
  });

  test('the last owner stays, whatever an owner or an administrator asks for', async () => {
    const ownerId = await idOf(team.asUser);
    const stepped = await team.asUser.put(`/api/v1/team/members/${ownerId}`, { role: 'member' });
    expect([stepped.status, stepped.body.code]).toEqual([409, 'CONFLICT']);
    const administrator = await loginAsAdmin(wire);
    expect((await administrator.delete(`/api/v1/admin/users/${ownerId}`)).status).toBe(409);
    const leaving = await join('agent');
    must(await administrator.delete(`/api/v1/admin/users/${await idOf(leaving)}`), 200);
    must(await team.asUser.get(`/api/v1/chatbots/${botId}`), 200);
  });

  test('several people of a team answer in place of its bots, and what a removed one had goes to another', async () => {
    const [first, second] = [await join('agent'), await join('agent')];
    const [firstId, secondId] = [await idOf(first), await idOf(second)];
    must(await first.put('/api/v1/escalations/agents/me', { capacity: 1 }), 200);
    must(await second.put('/api/v1/escalations/agents/me', { capacity: 5, isAvailable: false }), 200);
    const agents = must(await first.get('/api/v1/escalations/agents'), 200).body.data;
    const ids = agents.map(({ userId }: { userId: string }) => userId);
    expect(ids).toEqual(expect.arrayContaining([firstId, secondId]));
    const handOff = { isEnabled: true };
    must(await team.asUser.put(`/api/v1/chatbots/${botId}`, { configuration: { handOff } }), 200);
    const said = must(
      await wire.withKey(team.apiKey).post(`/api/v1/chatbots/${botId}/conversation`, { message: 'Hi' }),
      200,
    );
    const { conversationId } = said.body.data;
    const made = must(await team.asKey.post('/api/v1/escalations', { conversationId }), 201).body.data;
    const agentOf = async () =>
      must(await second.get(`/api/v1/escalations/${made.id}`), 200).body.data.agent?.id as string | undefined;
    await eventually(async () => (await agentOf()) === firstId);
    must(await second.put('/api/v1/escalations/agents/me', { isAvailable: true }), 200);
    must(await team.asUser.delete(`/api/v1/team/members/${firstId}`), 200);
    await eventually(async () => (await agentOf()) === secondId, 90_000);
    must(await second.post(`/api/v1/escalations/${made.id}/accept`, {}), 200);
    const reply = must(
      await second.post(`/api/v1/escalations/${made.id}/messages`, { content: 'Hello, I am here.' }),
      201,
    );
    expect(reply.status).toBe(201);
  }, 120_000);

  describe('the audit log', () => {
    const actsOf = async (query: string, person = team.asUser) =>
      must(await person.get(`/api/v1/team/audit-log?limit=100&${query}`), 200).body.data;

    test('tells who did what, from where, and carries no secret', async () => {
      const client = team.asUser;
      const made = must(await client.post('/api/v1/auth/api-key', { name: 'Audited' }), 201).body.data;
      const rotated = must(await client.post(`/api/v1/auth/api-key/${made.id}/rotate`, {}), 200).body.data;
      must(await client.put(`/api/v1/auth/api-keys/${made.id}`, { name: 'Renamed', expiresAt: null }), 200);
      must(await client.delete(`/api/v1/auth/api-keys/${made.id}`), 200);
      const entries = await actsOf(`subjectId=${made.id}`);
      expect(entries.map(({ act }: { act: string }) => act)).toEqual([
        'key.revoked',
        'key.changed',
        'key.rotated',
        'key.created',
      ]);
      expect(entries[3]).toMatchObject({
        actor: { type: 'user', id: await idOf(client), name: team.account.username },
        subject: { type: 'key', id: made.id, name: 'Audited' },
        ipAddress: expect.stringMatching(/127\.0\.0\.1|::1/),
        requestId: expect.stringMatching(/^req_/),
      });
      for (const secret of [made.apiKey, rotated.apiKey, PASSWORD]) {
        expect(JSON.stringify(await actsOf(''))).not.toContain(secret);
      }
    });

    test('has logins that failed, people, bots, and acts of keys', async () => {
      must(await wire.post('/api/v1/auth/login', { username: team.account.username, password: 'wrong' }), 401);
      await eventually(async () => (await actsOf('act=login.failed')).length === 1);
      const made = must(await team.asKey.post('/api/v1/chatbots', { name: 'Short-lived' }), 201).body.data;
      must(await team.asKey.delete(`/api/v1/chatbots/${made.id}`), 200);
      const ofBot = await actsOf(`subjectType=bot&subjectId=${made.id}`);
      expect(ofBot.map(({ act, actor }: { act: string; actor: { type: string } }) => [act, actor.type])).toEqual([
        ['bot.deleted', 'key'],
        ['bot.created', 'key'],
      ]);
      const groups = new Set((await actsOf('')).map(({ act }: { act: string }) => act.split('.')[0]));
      expect([...groups]).toEqual(expect.arrayContaining(['login', 'member', 'team', 'key', 'bot']));
    });

    test('is its team’s own; administrators of the installation see all', async () => {
      const other = await registerTeam(wire);
      const theirs = must(await other.asUser.get('/api/v1/team/audit-log?limit=100'), 200).body.data;
      const teamIds = new Set(theirs.map(({ teamId }: { teamId: string }) => teamId));
      expect(teamIds.size).toBe(1);
      const administrator = await loginAsAdmin(wire);
      must(await administrator.put(`/api/v1/admin/users/${await idOf(other.asUser)}`, { plan: 'pro' }), 200);
      const changed = must(await other.asUser.get('/api/v1/team/audit-log?act=user.changed'), 200).body.data;
      expect(changed).toMatchObject([{ details: { planBefore: 'free', plan: 'pro' }, actor: { name: 'admin' } }]);
      const all = must(await administrator.get('/api/v1/admin/audit-log?limit=100'), 200).body.data;
      expect(new Set(all.map(({ teamId }: { teamId: string }) => teamId)).size).toBeGreaterThan(1);
      expect((await other.asUser.get('/api/v1/team/audit-log?from=yesterday')).status).toBe(400);
    });
  });
});

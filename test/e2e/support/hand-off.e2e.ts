/** A conversation's way to a person and back, as the support API tells it. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import {
  ANSWER,
  day,
  idOf,
  PASSWORD_ARTICLE,
  PASSWORD_QUESTION,
  SupportClient,
  TIME,
  UNANSWERABLE,
} from './support-client';

const AGENT = idOf('agent');

describe('a conversation that needs a person', () => {
  let team: RegisteredTeam;
  let support: SupportClient;

  beforeAll(async () => {
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    support = new SupportClient(team.asKey);
    await support.write(PASSWORD_ARTICLE);
    const agent = { capacity: 5, isAvailable: true, displayName: 'Jane' };
    must(await team.asUser.put('/api/v1/escalations/agents/me', agent), 200);
  });

  test('is assigned, answered, given back and counted', async () => {
    const escalated = await support.say(UNANSWERABLE);
    const { conversation_id } = escalated;
    expect(escalated).toEqual({
      ...ANSWER,
      sources: [],
      citations: [],
      escalated: true,
      handling: 'waiting',
      status: 'escalated',
      assigned_agent: AGENT,
    });
    const { assigned_agent } = escalated;
    expect(await support.read(conversation_id)).toMatchObject({ assigned_agent, agent_name: 'Jane' });

    const [escalation] = must(await team.asUser.get('/api/v1/escalations'), 200).body.data;
    const path = `/api/v1/escalations/${escalation.id}`;
    must(await team.asUser.post(`${path}/accept`), 200);
    const heard = await support.say({ ...PASSWORD_QUESTION, conversation_id });
    expect(heard).toEqual({
      ...ANSWER,
      sources: [],
      citations: [],
      escalated: true,
      handling: 'human',
      status: 'escalated',
      assigned_agent,
      message_id: null,
    });
    must(await team.asUser.post(`${path}/messages`, { content: 'On Deception Island, chinstraps.' }), 201);

    const { messages, last_position } = await support.read(conversation_id);
    expect(messages.map(({ sender }: { sender: string }) => sender)).toEqual(['user', 'ai', 'user', 'agent']);
    expect(messages.at(-1)).toEqual({
      id: idOf('msg'),
      sender: 'agent',
      content: 'On Deception Island, chinstraps.',
      timestamp: TIME,
      author: { id: assigned_agent, name: 'Jane' },
    });
    const all = await support.read(conversation_id, '?include=system');
    expect(all.messages.map(({ sender }: { sender: string }) => sender)).toContain('system');
    expect(all.last_position).toBe(last_position);

    must(await team.asUser.post(`${path}/return`), 200);
    const again = await support.say({ ...PASSWORD_QUESTION, conversation_id });
    expect(again).toMatchObject({ escalated: false, handling: 'bot', status: 'active', assigned_agent: null });

    const { metrics, escalations } = await support.analytics({ start_date: day(-1), end_date: day(1) });
    expect(metrics).toMatchObject({ total_conversations: 1, ai_resolved: 0, escalated: 1, resolution_rate: 0 });
    expect(escalations).toEqual({
      by_reason: { low_confidence: 1 },
      avg_waiting_time: expect.any(Number),
      avg_handling_time: expect.any(Number),
    });
  });

  test('tells whoever streams that a person answers', async () => {
    const { conversation_id } = await support.say(PASSWORD_QUESTION);
    must(await support.escalate(conversation_id), 200);
    const [escalation] = must(await team.asUser.get('/api/v1/escalations?state=waiting'), 200).body.data;
    must(await team.asUser.post(`/api/v1/escalations/${escalation.id}/accept`), 200);
    const answer = await support.stream({ ...PASSWORD_QUESTION, conversation_id });
    const text = await answer.text();
    expect(text).toContain('event: done');
    expect(text).toContain('"handling":"human"');
    must(await support.resolve(conversation_id), 200);
    expect(await support.read(conversation_id)).toMatchObject({
      status: 'resolved',
      handling: 'bot',
      agent_name: null,
    });
  });
});

/**
 * Two back-ends of one bot with the weights 3 and 1, over 2,000 conversations: each gets its share, a conversation stays with whoever
 * answered it, and when one dies in the middle no visitor notices.
 */
import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { TestHttpService } from '#testing/plugins';

const CONVERSATIONS = 2_000;
/** Before one dies. */
const BEFORE = 1_200;
/** That say something more. */
const SECOND_MESSAGES = 200;
const AT_A_TIME = 32;
/** Of all conversations: what a split may be off by. */
const TOLERANCE = 0.02;

interface Answered {
  sessionId: string;
  text: string;
}

describe('an A/B test of two back-ends', () => {
  let team: RegisteredTeam;
  let heavy: TestHttpService;
  let light: TestHttpService;
  let receiver: TestHttpService;
  let botId: string;
  let lightId: string;

  const post = async (path: string, body: object, status: number) =>
    must(await team.asKey.post(path, body), status).body.data;
  const integration = (name: string, service: TestHttpService, more: object) => {
    const webhookUrl = service.url;
    return post(`/api/v1/chatbots/${botId}/integrations`, { name, webhookUrl, ...more }, 201);
  };
  const say = async (more: object = {}): Promise<Answered> => {
    const said = await post(`/api/v1/chatbots/${botId}/conversation`, { message: 'Which one are you?', ...more }, 200);
    return { sessionId: said.sessionId, text: said.text };
  };
  const shareOf = (text: string, answers: readonly Answered[]) =>
    answers.filter((answer) => answer.text === text).length / answers.length;

  beforeAll(async () => {
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    [heavy, light, receiver] = [
      await TestHttpService.start({ answer: () => ({ content: 'Heavy.', metadata: { cost_usd: 0.002 } }) }),
      await TestHttpService.start({ answer: () => ({ content: 'Light.' }) }),
      await TestHttpService.start({ answer: () => ({}) }),
    ];
    botId = (await post('/api/v1/chatbots', { name: 'Tested', configuration: { userContext: { isUsed: false } } }, 201))
      .id;
    await integration('Heavy', heavy, { weight: 3, isFallback: true });
    lightId = (await integration('Light', light, { weight: 1 })).id;
    await post('/v1/webhooks', { url: receiver.url, events: ['integration.failed'] }, 201);
  });
  afterAll(() => Promise.all([heavy, light, receiver].map((service) => service?.stop())));

  test('splits by the weights, stays with a conversation, and survives the death of one', async () => {
    const first = await all(BEFORE, () => say());
    expect(Math.abs(shareOf('Heavy.', first) - 0.75)).toBeLessThanOrEqual(TOLERANCE);
    expect(Math.abs(shareOf('Light.', first) - 0.25)).toBeLessThanOrEqual(TOLERANCE);

    const again = first.slice(0, SECOND_MESSAGES);
    const second = await all(again.length, (at) => say({ sessionId: again[at]?.sessionId }));
    expect(second).toEqual(again);

    await light.stop();
    const later = await all(CONVERSATIONS - BEFORE, () => say());
    expect(shareOf('Heavy.', later)).toBe(1);

    const [failed] = await eventually(() => {
      expect(receiver.calls.length).toBeGreaterThan(0);
      return receiver.calls;
    });
    expect(failed?.body).toMatchObject({
      event: 'integration.failed',
      data: {
        bot_id: `bot_${hex(botId)}`,
        integration_id: `int_${hex(lightId)}`,
        conversation_id: expect.stringMatching(/^conv_/),
        error: expect.stringMatching(/connection/),
        status_code: null,
      },
    });

    const { integrations } = await eventually(async () => {
      const report = must(await team.asKey.get(`/api/v1/chatbots/${botId}/integrations/report`), 200).body.data;
      const given = report.integrations.map(({ conversations }: { conversations: number }) => conversations);
      expect(given.reduce((sum: number, count: number) => sum + count, 0)).toBe(CONVERSATIONS);
      return report;
    });
    const [ofHeavy, ofLight] = integrations;
    expect(Math.abs(ofHeavy.conversations / CONVERSATIONS - 0.75)).toBeLessThanOrEqual(TOLERANCE);
    expect(ofHeavy).toMatchObject({ name: 'Heavy', apologies: 0, failures: 0 });
    expect(ofLight).toMatchObject({ name: 'Light', apologies: 0, failures: expect.any(Number) });
    expect(ofLight.failures).toBeGreaterThan(0);
  });
});

/** So many in order, some at a time; fails with the first that fails. */
async function all<T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < count; at = next++) made[at] = await make(at);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return made;
}

function hex(uuid: string): string {
  return uuid.replaceAll('-', '');
}

import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';

/** All ask for nearly the same words; each has one that the others lack. */
const SUBJECTS = ['invoice', 'parcel', 'password', 'newsletter', 'voucher', 'contract', 'warranty', 'appointment'];
const FAQ = SUBJECTS.map((subject) => ({
  name: subject,
  phrasings: [`How do I change my ${subject}?`, `I would like another ${subject} than the one I have`],
  answer: `To get another ${subject}, open "My ${subject}" in your account.`,
  llmReply: false,
}));

describe('the questions of a base are learned', () => {
  let team: RegisteredTeam;
  let botId: string;
  let baseId: string;

  beforeAll(async () => {
    const { baseUrl } = await sharedInstallation();
    team = await registerTeam(new WireClient(baseUrl));
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Help' }), 201).body.data.id;
    const base = must(await team.asKey.post(`/api/v1/chatbots/${botId}/knowledge-bases`, { name: 'FAQ' }), 201);
    baseId = base.body.data.id;
  });

  const search = async (query: string): Promise<{ id: string; title: string; score: number }[]> => {
    const answer = await team.asKey.get(`/api/v1/knowledge-bases/${baseId}/search?${new URLSearchParams({ query })}`);
    return must(answer, 200).body.data;
  };
  const leadOf = async (query: string) => {
    const [first, second] = await search(query);
    return (first?.score ?? 0) - (second?.score ?? 0);
  };
  const questions = () => `/api/v1/knowledge-bases/${baseId}/questions`;

  test('in the background: soon the right one stands out from its neighbours, in searches and in replies', async () => {
    const query = 'I want to change the voucher that I have';
    must(await team.asKey.post(`${questions()}/import`, FAQ), 201);
    const byWords = await search(query);
    expect(byWords[0]?.title).toContain('voucher');
    await eventually(async () => (await leadOf(query)) > (byWords[0]?.score ?? 0) - (byWords[1]?.score ?? 0) + 0.01);
    const [first, second] = await search(query);
    expect(first?.title).toContain('voucher');
    expect(second?.score ?? 0).toBeLessThan(0.5);
    const reply = must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: query }), 200).body;
    expect(JSON.stringify(reply)).toContain('open \\"My voucher\\"');
  });

  test('a change counts at once, and the new words are learned after it', async () => {
    const [voucher] = must(await team.asKey.get(`${questions()}?search=My+voucher`), 200).body.data;
    const phrasings = ['Swap the gift card'];
    must(await team.asKey.put(`${questions()}/${voucher.id}`, { phrasings }), 200);
    const [found] = await search('swap the gift card');
    expect(found).toMatchObject({ id: voucher.id, title: phrasings[0] });
    const query = 'please swap my gift card';
    const byWords = (await search(query))[0];
    await eventually(async () => (await search(query))[0]?.score !== byWords?.score);
    expect((await search(query))[0]?.id).toBe(voucher.id);
    must(await team.asKey.delete(`${questions()}/${voucher.id}`), 200);
    expect((await search(query)).map(({ id }) => id)).not.toContain(voucher.id);
  });
});

/** Articles, from the first word to the last. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { ARTICLES, PASSWORD_ARTICLE, PASSWORD_QUESTION, SupportClient, TIME, WRITTEN } from './support-client';

describe('an article', () => {
  let team: RegisteredTeam;
  let support: SupportClient;

  beforeAll(async () => {
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    support = new SupportClient(team.asKey);
  });

  const read = async (id: string) => must(await team.asKey.get(`${ARTICLES}/${id}`), 200).body;

  test('is kept as it was written', async () => {
    const written = await support.write(PASSWORD_ARTICLE);
    expect(written).toEqual(WRITTEN);
    expect(await read(written.article_id)).toEqual({ ...written, ...PASSWORD_ARTICLE });
    const bare = await support.write({ title: 'Bare', content: 'Nothing else.' });
    expect(await read(bare.article_id)).toMatchObject({ category: null, tags: [], metadata: {} });
  });

  test('is written anew by its id; what is not mentioned stays, what is null goes', async () => {
    const { article_id, created_at } = await support.write(PASSWORD_ARTICLE);
    const changed = { article_id, title: 'Passwords', content: 'Passwords are reset at the zebra desk.' };
    const updated = await support.write(changed, 200);
    expect(updated).toEqual({ ...WRITTEN, article_id, created_at, updated_at: TIME });
    expect(Date.parse(updated.updated_at)).toBeGreaterThan(Date.parse(created_at));
    const { category, tags, metadata } = PASSWORD_ARTICLE;
    expect(await read(article_id)).toMatchObject({ ...changed, category, tags, metadata });
    await support.write({ ...changed, category: null, tags: null, metadata: null }, 200);
    expect(await read(article_id)).toMatchObject({ category: null, tags: [], metadata: {} });
    must(await team.asKey.delete(`${ARTICLES}/${article_id}`), 204);
  });

  test('is what answers rest on as soon as it is written, and no longer when it is gone', async () => {
    const question = { message: 'Where do lost umbrellas go?', user_id: 'u' };
    const { article_id } = await support.write({
      title: 'Lost umbrellas',
      content: 'Lost umbrellas go to the desk in Mill Lane.',
    });
    expect(await support.say(question)).toMatchObject({ sources: [article_id], escalated: false });
    const changed = { article_id, title: 'Lost umbrellas', content: 'Lost umbrellas go to the museum at the harbour.' };
    await support.write(changed, 200);
    expect((await support.say(question)).response).toContain('harbour');
    must(await team.asKey.delete(`${ARTICLES}/${article_id}`), 204);
    expect(await support.say(question)).toMatchObject({ sources: [], escalated: true });
    expect((await team.asKey.get(`${ARTICLES}/${article_id}`)).status).toBe(404);
    expect((await team.asKey.delete(`${ARTICLES}/${article_id}`)).status).toBe(404);
  });

  test('is listed, oldest first, page by page', async () => {
    const { body } = must(await team.asKey.get(`${ARTICLES}?page=1&limit=1`), 200);
    expect(body).toEqual({ articles: [expect.objectContaining(PASSWORD_ARTICLE)], total: 2, page: 1, limit: 1 });
    const titles = must(await team.asKey.get(ARTICLES), 200).body.articles.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(['Password Reset Guide', 'Bare']);
  });

  test('is an item in the main API, and an item there is an article here', async () => {
    const [bot] = must(await team.asKey.get('/api/v1/chatbots'), 200).body.data;
    const [base] = must(await team.asKey.get(`/api/v1/chatbots/${bot.id}/knowledge-bases`), 200).body.data;
    const items = `/api/v1/knowledge-bases/${base.id}/items`;
    expect(must(await team.asKey.get(items), 200).body.data[0]).toMatchObject({ title: PASSWORD_ARTICLE.title });
    const item = { title: 'Opening hours', content: 'The shop opens at nine.' };
    const { id } = must(await team.asKey.post(items, item), 201).body.data;
    expect(await read(`kb_${id.replaceAll('-', '')}`)).toMatchObject(item);
    expect(await support.say({ ...PASSWORD_QUESTION, message: 'When does the shop open?' })).toMatchObject({
      sources: [`kb_${id.replaceAll('-', '')}`],
    });
  });
});

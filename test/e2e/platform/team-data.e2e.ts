/** A team exports what it has, says how long it keeps it, and deletes itself, over the API. */
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { eventually } from '#testing';
import { createBotThatKnows, must, registerTeam, sharedInstallation, WireClient } from '#testing/parley';

const PATH = '/api/v1/team';

describe('what a team owns', () => {
  let open: WireClient;

  beforeAll(async () => {
    open = new WireClient((await sharedInstallation()).baseUrl);
  }, 240_000);

  const exported = async (wire: WireClient) => {
    const { id } = must(await wire.post(`${PATH}/exports`), 202).body.data;
    const done = await eventually(async () => {
      const { data } = must(await wire.get(`${PATH}/exports/${id}`), 200).body;
      return data.status === 'completed' && data;
    }, 60_000);
    return done;
  };

  test('is exported into an archive without secrets, that its owner alone can fetch', async () => {
    const [{ asUser, asKey }, stranger] = [await registerTeam(open), await registerTeam(open)];
    await createBotThatKnows(asKey, [{ title: 'Delivery', content: 'It takes two days.' }]);
    const { id, percent, rows } = await exported(asUser);
    expect([percent, rows > 5]).toEqual([100, true]);
    const { body } = await asUser.open('GET', `${PATH}/exports/${id}/download`);
    const tar = gunzipSync(await buffer(body!)).toString('latin1');
    expect(tar).toContain('It takes two days.');
    expect(tar).toContain('manifest.json');
    expect(tar).not.toContain('argon2');
    must(await stranger.asUser.get(`${PATH}/exports/${id}`), 404);
    must(await stranger.asUser.get(`${PATH}/exports/${id}/download`), 404);
    must(await asKey.get(`${PATH}/exports/${id}`), 403);
    must(await open.get(`${PATH}/exports/${id}`), 401);
    expect(must(await asUser.get(`${PATH}/exports`), 200).body.data).toHaveLength(1);
    must(await asUser.delete(`${PATH}/exports/${id}`), 200);
    must(await asUser.get(`${PATH}/exports/${id}/download`), 404);
  });

  test('is kept as long as the team says', async () => {
    const { asUser, asKey } = await registerTeam(open);
    const path = `${PATH}/retention`;
    expect(must(await asUser.get(path), 200).body.data).toMatchObject({ conversationsDays: null, updatedAt: null });
    const changed = must(await asUser.put(path, { conversationsDays: 90, analyticsDays: 365 }), 200).body.data;
    expect(changed).toMatchObject({ conversationsDays: 90, analyticsDays: 365, endUsersDays: null });
    expect(changed.installation.webhookDeliveriesDays).toBe(30);
    expect(must(await asUser.put(path, { conversationsDays: null }), 200).body.data).toMatchObject({
      conversationsDays: null,
      analyticsDays: 365,
    });
    for (const wrong of [0, 1.5, '90', 3_651]) {
      const refused = must(await asUser.put(path, { conversationsDays: wrong }), 400);
      expect(JSON.stringify(refused.body)).toContain('conversationsDays');
    }
    must(await asKey.get(path), 403);
    expect(must(await asUser.get(path), 200).body.data).toMatchObject({ conversationsDays: null, analyticsDays: 365 });
  });

  test('is gone when its owner has deleted the team, with the password', async () => {
    const { asUser, asKey, account } = await registerTeam(open);
    const { password } = account;
    await createBotThatKnows(asKey, [{ title: 'Delivery', content: 'It takes two days.' }]);
    must(await asUser.send('DELETE', PATH, { password: `${password}x` }), 400);
    must(await asKey.send('DELETE', PATH, { password }), 403);
    const contents = must(await asUser.get(`${PATH}/contents`), 200).body.data;
    expect(contents.tables).toContainEqual({ table: 'bot', rows: 1 });
    const erased = must(await asUser.send('DELETE', PATH, { password }), 202).body.data;
    expect(erased.tables).toContainEqual({ table: 'bot', rows: 1 });
    must(await asUser.get('/api/v1/auth/me'), 401);
    must(await asKey.get('/api/v1/chatbots'), 401);
  });
});

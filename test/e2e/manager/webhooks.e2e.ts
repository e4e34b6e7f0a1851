/** Webhooks of the manager dialect: how they are registered. What they tell stands where it happens. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { failure, id, NOT_FOUND, page, TIME, told } from './manager-client';

const EXAMPLE = {
  url: 'https://your-app.example.com/hooks',
  events: ['bot.message_received', 'agent_loop.completed'],
  secret: 'manager_secret',
};

describe('webhooks', () => {
  let wire: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
  });

  test('are created, listed and removed; a secret that was made is shown once', async () => {
    const created = await team.asKey.post('/v1/webhooks', EXAMPLE);
    const { url, events } = EXAMPLE;
    expect(told(created)).toEqual([201, { data: { id: id('wh'), url, events, active: true, created_at: TIME } }]);
    const other = must(await team.asKey.post('/v1/webhooks', { url, events: ['integration.failed'] }), 201).body.data;
    expect(other.secret).toMatch(/^whsec_/);
    const { secret: _, ...listed } = other;
    expect((await team.asKey.get('/v1/webhooks')).body).toEqual(page([created.body.data, listed]));
    const second = (await team.asKey.get('/v1/webhooks?page=2&per_page=1')).body;
    expect(second).toEqual(page([listed], { page: 2, per_page: 1, total: 2 }));
    expect(must(await team.asKey.get('/api/v1/webhooks'), 200).body.data).toEqual([]);
    const path = `/v1/webhooks/${other.id}`;
    expect(told(await team.asKey.delete(path))).toEqual([200, { data: { id: other.id, deleted: true } }]);
    expect(told(await team.asKey.delete(path))).toEqual(NOT_FOUND);
  });

  test.each([
    ['nothing', {}, ['url', 'events']],
    ['no events', { ...EXAMPLE, events: [] }, ['events']],
    ['an event of another dialect', { ...EXAMPLE, events: ['message.sent'] }, ['events']],
    ['no address', { ...EXAMPLE, url: 'example' }, ['url']],
    ['a short secret', { ...EXAMPLE, secret: 'x' }, ['secret']],
  ])('with %s are refused', async (_, body, fields) => {
    expect(told(await team.asKey.post('/v1/webhooks', body))).toEqual([422, failure('validation_error', fields)]);
  });
});

import { type DomainEvent, defineEvent } from '#infra/events';
import { newId } from '#kernel';
import { namedEvent, on } from '../vocabulary/event-vocabulary';
import { Vocabularies } from '../vocabulary/vocabularies';
import { deliveriesOf } from './deliveries-of';
import type { ListeningWebhook } from './intake.types';

class Brew {
  tea: string;
}

const brewed = defineEvent<'kettle.brewed', { botId: string; tea: string }>('kettle.brewed');
const joined = defineEvent<'guest.joined', { tea: string }>('guest.joined');

const brew = (...causes: Array<ReturnType<typeof on<string, never, Brew>>>) =>
  namedEvent({ description: 'Tea.', payload: Brew, example: { tea: 'Ceylon' }, causes });

const vocabularies = new Vocabularies([
  {
    dialect: 'english',
    events: {
      'tea.made': brew(on(brewed, ({ data }) => ({ tea: data.tea }))),
      'tea.strong': brew(on(brewed, ({ data }) => (data.tea === 'Assam' ? { tea: 'strong' } : undefined))),
      'guest.came': brew(on(joined, ({ data }) => data, { reach: 'installation' })),
      'tea.grown': brew(),
    },
  },
  { dialect: 'german', events: { 'tee.gekocht': brew(on(brewed, ({ data }) => ({ tea: `${data.tea}-Tee` }))) } },
]);

const teamId = newId();
const otherTeamId = newId();
const botId = newId();

const webhook = (given: Partial<ListeningWebhook> = {}): ListeningWebhook => ({
  id: newId(),
  teamId,
  dialect: 'english',
  events: ['tea.made'],
  botId: null,
  listeningSince: null,
  ...given,
});

const event = (name: string, data: object): DomainEvent => ({
  id: newId(),
  name,
  teamId,
  occurredAt: new Date('2030-01-31T12:00:00Z'),
  data,
});

const told = (what: DomainEvent, webhooks: ListeningWebhook[], administrators: string[] = []) =>
  deliveriesOf(what, webhooks, vocabularies, new Set(administrators)).map(({ webhookId, event: name, body }) => ({
    webhookId,
    name,
    data: JSON.parse(body).data,
  }));

describe('the deliveries of an event', () => {
  const ceylon = event('kettle.brewed', { botId, tea: 'Ceylon' });

  test('are one for each webhook that asked for a name of it, in the words of its dialect', () => {
    const english = webhook();
    const german = webhook({ dialect: 'german', events: ['tee.gekocht'] });
    expect(told(ceylon, [english, german])).toEqual([
      { webhookId: english.id, name: 'tea.made', data: { tea: 'Ceylon' } },
      { webhookId: german.id, name: 'tee.gekocht', data: { tea: 'Ceylon-Tee' } },
    ]);
  });

  test('carry their id and the time of the event in the body', () => {
    const [delivery] = deliveriesOf(ceylon, [webhook()], vocabularies, new Set());
    expect(JSON.parse(delivery!.body)).toMatchObject({
      id: delivery!.id,
      event: 'tea.made',
      timestamp: '2030-01-31T12:00:00.000Z',
    });
    expect(delivery!.createdAt).toEqual(ceylon.occurredAt);
  });

  test.each([
    ['of another team', { teamId: otherTeamId }],
    ['of another dialect', { dialect: 'german' }],
    ['that did not ask for it', { events: ['guest.came'] }],
    ['that asked for another bot', { botId: newId() }],
    ['that was switched on after it happened', { listeningSince: new Date('2030-01-31T12:00:00.001Z') }],
  ])('are none for a webhook %s', (_which, given) => {
    expect(told(ceylon, [webhook(given)])).toEqual([]);
  });

  test('reach a webhook that was switched on when it happened', () => {
    expect(told(ceylon, [webhook({ listeningSince: ceylon.occurredAt })])).toHaveLength(1);
  });

  test('reach a webhook that asked for this bot', () => {
    expect(told(ceylon, [webhook({ botId })])).toHaveLength(1);
  });

  test('are none for a webhook of one bot when the event is of no bot', () => {
    expect(told(event('guest.joined', { tea: 'any' }), [webhook({ events: ['guest.came'], botId })])).toEqual([]);
  });

  test('are told under every name that the webhook asked for and the event has', () => {
    const both = webhook({ events: ['tea.made', 'tea.strong'] });
    expect(told(ceylon, [both]).map(({ name }) => name)).toEqual(['tea.made']);
    expect(told(event('kettle.brewed', { botId, tea: 'Assam' }), [both]).map(({ name }) => name)).toEqual([
      'tea.made',
      'tea.strong',
    ]);
  });

  test('of what concerns the installation reach the teams of administrators too, and no other', () => {
    const [own, administrators, others] = [teamId, newId(), otherTeamId].map((team) =>
      webhook({ teamId: team, events: ['guest.came'] }),
    );
    const hearing = told(
      event('guest.joined', { tea: 'any' }),
      [own!, administrators!, others!],
      [administrators!.teamId],
    );
    expect(hearing.map(({ webhookId }) => webhookId)).toEqual([own!.id, administrators!.id]);
  });
});

import type { Bot } from '../bots.types';
import { toChatbot } from './bots.mapper';

test('a chatbot on the wire has its times in ISO 8601 and does not tell the team', () => {
  const bot: Bot = {
    id: '0190f000-0000-7000-8000-000000000001',
    number: 7,
    teamId: '0190f000-0000-7000-8000-000000000002',
    slug: 'support',
    name: 'Support',
    description: null,
    engine: 'default',
    configuration: { temperature: 0.2 },
    status: 'active',
    isDefault: false,
    createdAt: new Date('2026-01-02T03:04:05.678Z'),
    updatedAt: new Date('2026-01-03T00:00:00Z'),
  };
  expect(toChatbot(bot)).toEqual({
    id: '0190f000-0000-7000-8000-000000000001',
    slug: 'support',
    name: 'Support',
    description: null,
    engine: 'default',
    configuration: { temperature: 0.2 },
    status: 'active',
    isDefault: false,
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-03T00:00:00.000Z',
  });
});

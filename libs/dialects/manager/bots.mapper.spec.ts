import type { BotConfiguration, Bot as StoredBot } from '#domain/bots';
import { InputPipe } from '#infra/http';
import type { AppError } from '#kernel';
import { CreateBot, UpdateBot } from './bots.dto';
import { toBot, toBotPatch, toNewBot } from './bots.mapper';

const KEY = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const pipe = new InputPipe();
const created = (body: object): CreateBot => pipe.transform(body, { type: 'body', metatype: CreateBot });
const updated = (body: object): UpdateBot => pipe.transform(body, { type: 'body', metatype: UpdateBot });

function stored(configuration: BotConfiguration): StoredBot {
  const at = new Date(0);
  return {
    id: KEY,
    number: 1,
    teamId: KEY,
    slug: 'sales-bot',
    name: 'Sales Bot',
    description: null,
    engine: 'default',
    configuration,
    status: 'active',
    isDefault: false,
    createdAt: at,
    updatedAt: at,
  };
}

const refused = (body: object) => {
  try {
    created({ name: 'Bot', ...body });
  } catch (error) {
    return (error as AppError).fields.map(({ field, message }) => [field, message]);
  }
  return [];
};

test('a bot is shown with all behaviours, and null for those that it leaves to the channel', () => {
  expect(toBot(stored({}))).toEqual({
    id: 'bot_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b',
    name: 'Sales Bot',
    description: null,
    status: 'active',
    behaviors: {
      typing_indicator: true,
      should_respond: null,
      response_delay_ms: null,
      conversation_scope: null,
      session_timeout_minutes: null,
    },
    created_at: '1970-01-01T00:00:00.000Z',
    updated_at: '1970-01-01T00:00:00.000Z',
  });
});

test('what is given for a new bot is what is shown of it', () => {
  const behaviors = {
    typing_indicator: false,
    should_respond: 'always',
    response_delay_ms: { min: 100, max: 900 },
    conversation_scope: 'session',
    session_timeout_minutes: 45,
  };
  const { configuration } = toNewBot(created({ name: 'Bot', behaviors, message_history: 7, unknown: true }));
  expect(configuration).toEqual({
    historyMessages: 7,
    behaviors: {
      typingIndicator: false,
      shouldRespond: 'always',
      responseDelayMs: { min: 100, max: 900 },
      conversationScope: 'session',
      sessionTimeoutMinutes: 45,
    },
  });
  expect(toBot(stored(configuration as BotConfiguration))).toMatchObject({ behaviors, message_history: 7 });
});

test('a new bot is shown ten messages unless it says how many', () => {
  expect(toNewBot(created({ name: 'Bot' }))).toEqual({
    name: 'Bot',
    description: null,
    configuration: { historyMessages: 10, behaviors: null },
  });
});

describe('an update', () => {
  const before = { typingIndicator: false, shouldRespond: 'always' } as const;

  test('leaves what is absent', () => {
    expect(toBotPatch(updated({}), before)).toEqual({ configuration: {} });
    expect(toBotPatch(updated({ description: 'New', status: 'disabled' }), before)).toEqual({
      description: 'New',
      status: 'disabled',
      configuration: {},
    });
  });

  test('changes single behaviours, takes back those that are null, and all when they are null together', () => {
    const change = (behaviors: unknown) => toBotPatch(updated({ behaviors }), before).configuration?.behaviors;
    expect(change({ session_timeout_minutes: 5 })).toEqual({ ...before, sessionTimeoutMinutes: 5 });
    expect(change({ should_respond: null })).toEqual({ typingIndicator: false });
    expect(change({ should_respond: null, typing_indicator: null })).toBeNull();
    expect(change(null)).toBeNull();
  });
});

test.each([
  [{ message_history: 0 }, 'message_history', 'a whole number from 1 to 100'],
  [{ message_history: 101 }, 'message_history', 'a whole number from 1 to 100'],
  [{ status: 'asleep' }, 'status', 'one of active, disabled'],
  [{ behaviors: [] }, 'behaviors', 'an object'],
  [{ behaviors: { should_respond: 'never' } }, 'behaviors.should_respond', 'one of always, mentions, direct'],
  [
    { behaviors: { response_delay_ms: { min: -1 } } },
    'behaviors.response_delay_ms.min',
    'a whole number from 0 to 60000',
  ],
  [
    { behaviors: { response_delay_ms: { min: 2, max: 1 } } },
    'behaviors.response_delay_ms',
    'an object whose min is not above its max',
  ],
  [{ behaviors: { conversation_scope: 'x' } }, 'behaviors.conversation_scope', 'one of user, thread, session'],
  [
    { behaviors: { session_timeout_minutes: 0 } },
    'behaviors.session_timeout_minutes',
    'a whole number from 1 to 525600',
  ],
])('%j is refused by name', (body, field, rule) => {
  expect(refused(body)).toEqual([[field, `${field} must be ${rule}.`]]);
});

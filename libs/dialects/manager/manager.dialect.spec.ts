import { Dialects } from '#infra/http';
import type { Actor, Plan } from '#kernel';
import { criabot } from '../criabot/criabot.dialect';
import { support } from '../support/support.dialect';
import { manager } from './manager.dialect';
import { keyOrNone } from './manager.ids';

const KEY = '01900000-0000-7000-8000-00000000000a';
const dialects = new Dialects([criabot, support, manager]);

describe('the manager API', () => {
  test.each([
    ['GET', '/v1'],
    ['GET', '/v1/bots'],
    ['POST', '/v1/channels/ch_1/webhook'],
    ['GET', '/v1/conversations/conv_1'],
    ['DELETE', '/v1/conversations/conv_1'],
    ['GET', '/v1/conversations'],
    ['POST', '/v1/conversations/conv_1'],
    ['GET', '/v1/nowhere'],
  ])('owns %s %s', (method, path) => {
    expect(dialects.owning(method, path).name).toBe('manager');
  });

  test.each([
    ['POST', '/v1/conversations', 'support'],
    ['GET', '/v1x', 'criabot'],
    ['GET', '/bots', 'criabot'],
  ])('leaves %s %s to others', (method, path, owner) => {
    expect(dialects.owning(method, path).name).toBe(owner);
  });

  test.each([
    ['bot', 'bot_'],
    ['integration', 'int_'],
    ['channel', 'ch_'],
    ['conversation', 'conv_'],
    ['message', 'msg_'],
    ['agent loop', 'loop_'],
    ['execution', 'exec_'],
    ['webhook', 'wh_'],
  ])('a %s begins with %s, and is no id of another kind', (kind, prefix) => {
    const text = manager.ids.encode(kind, KEY);
    expect(text).toBe(`${prefix}0190000000007000800000000000000a`);
    expect(manager.ids.decode(kind, text)).toBe(KEY);
    expect(manager.ids.decode(kind === 'bot' ? 'channel' : 'bot', text)).toBeUndefined();
    expect(keyOrNone(kind, text)).toBe(KEY);
    expect(keyOrNone(kind, `${prefix}1`)).toBe('00000000-0000-0000-0000-000000000000');
  });
});

describe('rate limits of the manager API', () => {
  const rate = (path: string, actor?: Actor) =>
    manager.rateLimit({ method: 'POST', path, headers: {}, query: {} }, actor);

  test.each([
    ['free', 60],
    ['starter', 60],
    ['pro', 300],
    ['enterprise', 1_000],
  ] as const)('a key of plan %s has %i a minute of its own', (plan: Plan, limit) => {
    const actor: Actor = { kind: 'key', keyId: 'k', userId: 'u', teamId: 't', scopes: [], plan };
    expect(rate('/v1/bots', actor)).toEqual({ bucket: 'requests', limit, windowMs: 60_000, exempt: false });
  });

  test('strangers have what a free key has', () => {
    expect(rate('/v1/bots')).toMatchObject({ limit: 60, exempt: false });
  });

  test('platforms are not throttled where they tell what happens, and only there', () => {
    expect(rate('/v1/channels/ch_1/webhook')).toMatchObject({ exempt: true });
    for (const path of ['/v1/channels/ch_1', '/v1/channels/webhook', '/v1/channels/ch_1/webhook/more']) {
      expect(rate(path)).toMatchObject({ exempt: false });
    }
  });
});

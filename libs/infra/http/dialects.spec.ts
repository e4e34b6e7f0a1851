import type { Dialect, Mount } from './dialect';
import { Dialects, resolveDialect } from './dialects';

const speaking = (name: string, ...mounts: Mount[]) => ({ name, mounts }) as unknown as Dialect;

const DIALECTS = [
  speaking('root', { path: '/' }),
  speaking('main', { path: '/api/v1' }),
  speaking('assistant', { path: '/api' }),
  speaking('manager', { path: '/v1' }),
  speaking(
    'support',
    { path: '/api/v1/conversations' },
    { path: '/v1/conversations', method: 'POST', exact: true },
    { path: '/widget.js', method: 'GET', exact: true },
  ),
];

describe('the owner of a path', () => {
  test.each([
    ['GET', '/', 'root'],
    ['GET', '/bots/x', 'root'],
    ['GET', '/api', 'assistant'],
    ['GET', '/api/', 'assistant'],
    ['GET', '/api/v1', 'main'],
    ['GET', '/api/v1/', 'main'],
    ['GET', '/api/v1x', 'assistant'],
    ['GET', '/apis', 'root'],
    ['GET', '/api/v1/conversations/7', 'support'],
    ['GET', '/api/v1/conversations-old', 'main'],
    ['GET', '/API/V1', 'root'],
    ['POST', '/v1/conversations', 'support'],
    ['POST', '/v1/conversations/', 'support'],
    ['GET', '/v1/conversations', 'manager'],
    ['POST', '/v1/conversations/7', 'manager'],
    ['HEAD', '/widget.js', 'support'],
    ['POST', '/widget.js', 'root'],
  ])('%s %s is %s', (method, path, owner) => {
    expect(resolveDialect(DIALECTS, method, path)?.name).toBe(owner);
    expect(resolveDialect([...DIALECTS].reverse(), method, path)?.name).toBe(owner);
  });

  test('is nobody where nothing is mounted', () => {
    expect(resolveDialect([speaking('main', { path: '/api/v1' })], 'GET', '/other')).toBeUndefined();
  });
});

describe('the list of dialects', () => {
  test('is refused when two claim one mount', () => {
    const twice = [...DIALECTS, speaking('copy', { path: '/api/v1' })];
    expect(() => new Dialects(twice)).toThrow('The dialects main and copy both claim every method /api/v1.');
  });

  test('is refused when paths may be without an owner', () => {
    expect(() => new Dialects([speaking('main', { path: '/api/v1' })])).toThrow(/mounted at "\/"/);
  });
});

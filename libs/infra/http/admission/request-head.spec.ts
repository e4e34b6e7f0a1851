import { pathOf } from './request-head';

test.each([
  ['/api/v1/bots?x=/y', '/api/v1/bots'],
  ['/a#b', '/a'],
  ['/', '/'],
  ['?x', '/'],
  ['/%61pi/v1', '/api/v1'],
  ['/api%2Fv1', '/api%2Fv1'],
  ['/api/%zz', '/api/%zz'],
  ['http://host.example/api/v1?x', '/api/v1'],
  ['http://host.example', '/'],
  ['*', '*'],
])('the path of %s is %s', (target, path) => {
  expect(pathOf(target)).toBe(path);
});

import { isShownOn } from './pages';

test.each([
  ['/', [], true],
  ['/help', ['/help'], true],
  ['/help/orders', ['/help/'], true],
  ['/helpers', ['/help'], false],
  ['/shop', ['/help', '/shop'], true],
  ['/', ['/help'], false],
  ['/anything', ['/'], true],
])('%s with %j: %j', (path, prefixes, isShown) => {
  expect(isShownOn(path, prefixes)).toBe(isShown);
});

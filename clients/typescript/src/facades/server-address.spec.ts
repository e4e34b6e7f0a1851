import { addressOf, serverAddress } from './server-address';

test.each([
  ['https://chat.example.com', 'https://chat.example.com'],
  ['https://chat.example.com/', 'https://chat.example.com'],
  ['https://chat.example.com/api', 'https://chat.example.com'],
  ['https://chat.example.com/api/v1/', 'https://chat.example.com'],
  ['https://chat.example.com/v1', 'https://chat.example.com'],
  ['https://example.com/parley', 'https://example.com/parley'],
])('the server of %s is %s', (url, expected) => {
  expect(serverAddress(url)).toBe(expected);
});

describe('an environment', () => {
  const { PARLEY_BASE_URL: before } = process.env;
  afterEach(() => {
    if (before === undefined) delete process.env.PARLEY_BASE_URL;
    else process.env.PARLEY_BASE_URL = before;
  });

  test('is an address, a name of your own, or one that everybody knows', () => {
    process.env.PARLEY_BASE_URL = 'https://chat.example.com/api/v1';
    expect(addressOf('https://a.example/api')).toBe('https://a.example');
    expect(addressOf('staging', { staging: 'https://staging.example' })).toBe('https://staging.example');
    expect(addressOf('development')).toBe('http://localhost:3000');
    expect(addressOf('production')).toBe('https://chat.example.com');
  });

  test('that says nothing is refused', () => {
    delete process.env.PARLEY_BASE_URL;
    for (const name of ['production', 'mars']) expect(() => addressOf(name)).toThrow(`Where is "${name}"?`);
  });
});

import { readConfiguration } from './configuration';

const KEY = 'pk_live_abc';
const ORIGIN = 'https://chat.example';

test('a key is all that is needed', () => {
  expect(readConfiguration({ apiKey: KEY }, ORIGIN)).toEqual({
    problems: [],
    configuration: {
      apiKey: KEY,
      baseUrl: ORIGIN,
      position: 'bottom-right',
      theme: { mode: 'light', primaryColor: '#007bff', fontFamily: 'system-ui, sans-serif', borderRadius: '12px' },
      greeting: undefined,
      behavior: { autoOpen: false, showOnPages: [], hideOnMobile: false, handOff: true },
      user: { id: undefined, name: undefined, email: undefined },
      texts: {},
      locale: undefined,
    },
  });
});

test('everything can be said', () => {
  const given = {
    apiKey: KEY,
    baseUrl: 'https://other.example/parley/',
    position: 'bottom-left',
    theme: { mode: 'auto', primaryColor: '#a1b', fontFamily: 'Inter, sans-serif', borderRadius: '0.5rem' },
    greeting: 'Hi',
    behavior: { autoOpen: true, showOnPages: ['/help', '/shop'], hideOnMobile: true, handOff: false },
    user: { id: 'u1', name: 'Jane', email: 'jane@example.com' },
    texts: { title: 'Help' },
    locale: 'de-AT',
  };
  const { configuration, problems } = readConfiguration(given, ORIGIN);
  expect(problems).toEqual([]);
  expect(configuration).toEqual({ ...given, baseUrl: 'https://other.example/parley' });
});

test('a theme may be a word', () => {
  expect(readConfiguration({ apiKey: KEY, theme: 'dark' }, ORIGIN).configuration?.theme.mode).toBe('dark');
});

test.each([
  ['position', { position: 'top' }],
  ['theme.mode', { theme: 'blue' }],
  ['theme.mode', { theme: 5 }],
  ['theme.primaryColor', { theme: { primaryColor: 'red;}' } }],
  ['theme.borderRadius', { theme: { borderRadius: '12' } }],
  ['greeting', { greeting: ' ' }],
  ['behavior.autoOpen', { behavior: { autoOpen: 'yes' } }],
  ['behavior.showOnPages', { behavior: { showOnPages: '/help' } }],
  ['user.id', { user: { id: 7 } }],
  ['texts', { texts: 'hello' }],
  ['texts', { texts: { title: 5 } }],
])('a wrong %s is named, and its default holds: %j', (path, given) => {
  const { configuration, problems } = readConfiguration({ apiKey: KEY, ...given }, ORIGIN);
  expect(problems).toEqual([expect.stringMatching(`^${path.replace('.', '\\.')} has to be something like .*ignored`)]);
  expect(configuration).toEqual(readConfiguration({ apiKey: KEY }, ORIGIN).configuration);
});

test.each([[undefined], [null], ['pk_live_abc'], [[]], [{}], [{ apiKey: 7 }], [{ apiKey: 'bk_x' }]])(
  'without a public key there is no widget, and a sentence: %j',
  (given) => {
    const { configuration, problems } = readConfiguration(given, ORIGIN);
    expect(configuration).toBeUndefined();
    expect(problems.join()).toContain('apiKey has to be something like "pk_live_..."');
  },
);

test('a secret key is refused with the advice to revoke it', () => {
  const { configuration, problems } = readConfiguration({ apiKey: 'sk_live_abc' }, ORIGIN);
  expect(configuration).toBeUndefined();
  expect(problems.join()).toContain('revoke it');
  expect(problems.join()).not.toContain('sk_live_abc');
});

test('without an address of the server there is no widget', () => {
  expect(readConfiguration({ apiKey: KEY }, undefined).configuration).toBeUndefined();
  expect(readConfiguration({ apiKey: KEY, baseUrl: 'javascript:alert(1)' }, ORIGIN).configuration).toBeUndefined();
});

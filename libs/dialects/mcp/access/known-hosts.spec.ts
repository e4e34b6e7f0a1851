import { KnownHosts } from './known-hosts';

const SETTINGS = { publicUrl: 'https://bots.example:8443', corsOrigins: ['*'], allowedHosts: [] };
const OF_STRANGERS = [
  'evil.example',
  'evil.example:3000',
  'bots.example.evil.example',
  '127.0.0.1.evil.example',
  'a.b:1',
];

describe('a host', () => {
  const hosts = new KnownHosts(SETTINGS);

  test.each([
    'localhost:3000',
    'LOCALHOST',
    'app.localhost:3000',
    '127.0.0.1:3000',
    '[::1]:3000',
    '192.168.1.5:3000',
    'parley:3000',
    'bots.example',
    'bots.example:8443',
    'bots.example.',
  ])('is known when its name cannot be that of a stranger: %s', (host) => {
    expect(hosts.knows(host)).toBe(true);
  });

  test.each([...OF_STRANGERS, '', 'a b', 'localhost@evil.example', 'localhost/evil.example'])(
    'is not known otherwise: "%s"',
    (host) => {
      expect(hosts.knows(host)).toBe(false);
    },
  );

  test('is known when the operator names it, or any', () => {
    const named = new KnownHosts({
      ...SETTINGS,
      corsOrigins: ['https://shop.example'],
      allowedHosts: ['Chat.Example'],
    });
    for (const host of ['shop.example', 'chat.example:3000']) expect(named.knows(host)).toBe(true);
    expect(named.knows('evil.example')).toBe(false);
    expect(new KnownHosts({ ...SETTINGS, allowedHosts: ['*'] }).knows('evil.example')).toBe(true);
  });
});

describe('a page', () => {
  const hosts = new KnownHosts({ ...SETTINGS, corsOrigins: ['https://shop.example'] });

  test.each([
    ['of this machine', 'http://localhost:6274', 'bots.example:8443'],
    ['of the public address', 'https://bots.example:8443', 'parley:3000'],
    ['of an origin that the installation names', 'https://shop.example', 'bots.example'],
    ['of the host that is called', 'http://192.168.1.5:3000', '192.168.1.5:3000'],
  ])('is trusted when it is %s', (_place, origin, host) => {
    expect(hosts.trusts(origin, host)).toBe(true);
  });

  test.each([['https://evil.example'], ['http://192.168.1.6:3000'], ['null'], ['https://shop.example.evil.example']])(
    'is not trusted otherwise: %s',
    (origin) => {
      expect(hosts.trusts(origin, '192.168.1.5:3000')).toBe(false);
    },
  );

  test('is not trusted because pages of all origins may read other answers', () => {
    expect(new KnownHosts(SETTINGS).trusts('https://evil.example', 'localhost')).toBe(false);
  });
});

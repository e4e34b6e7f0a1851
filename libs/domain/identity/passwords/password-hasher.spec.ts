import * as argon2 from '@node-rs/argon2';
import { PasswordHasher } from './password-hasher';
import { passwordProblem } from './password-rules';

const PASSWORD = 'correct horse battery staple';

jest.mock('@node-rs/argon2', () => {
  const actual = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...actual, verify: jest.fn(actual.verify) };
});

describe('passwords', () => {
  const hasher = new PasswordHasher();

  test('match their own hash only', async () => {
    const hash = await hasher.hash(PASSWORD);
    expect(await hasher.verify(hash, PASSWORD)).toBe(true);
    expect(await hasher.verify(hash, `${PASSWORD} `)).toBe(false);
    expect(await hasher.verify(hash, PASSWORD.toUpperCase())).toBe(false);
  });

  test('are hashed by argon2id with 19 MiB, two passes and a salt of their own', async () => {
    const [first, second] = [await hasher.hash(PASSWORD), await hasher.hash(PASSWORD)];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(argon2.parseOptions(first)).toMatchObject({ saltLen: 16, outputLen: 32 });
    expect(first).not.toBe(second);
  });

  test('match however the keyboard composed their letters', async () => {
    expect(await hasher.verify(await hasher.hash('caf\u00e9 cr\u00e8me'), 'cafe\u0301 cre\u0300me')).toBe(true);
  });

  test('of nobody are refused after the same work', async () => {
    const verify = jest.mocked(argon2.verify).mockClear();
    expect(await hasher.verify(await hasher.hash(PASSWORD), 'wrong password')).toBe(false);
    expect(await hasher.verify(undefined, 'wrong password')).toBe(false);
    expect(await hasher.verify(undefined, PASSWORD)).toBe(false);
    const [ofSomeone, ...ofNobody] = verify.mock.calls.map(([hash]) => argon2.parseOptions(String(hash)));
    const { memoryCost, timeCost, parallelism, outputLen, saltLen } = ofSomeone!;
    const work = { memoryCost, timeCost, parallelism, outputLen, saltLen };
    expect(ofNobody).toEqual([expect.objectContaining(work), expect.objectContaining(work)]);
  });

  test('that nobody can have are refused without work', async () => {
    const hash = await hasher.hash(PASSWORD);
    const verify = jest.mocked(argon2.verify).mockClear();
    expect(await hasher.verify(hash, 'x'.repeat(10_000_000))).toBe(false);
    expect(verify).not.toHaveBeenCalled();
  });
});

describe('a new password', () => {
  test.each(['12345678', 'p'.repeat(256), '密码密码密码密码', '🦊'.repeat(8)])('may be %j', (password) => {
    expect(passwordProblem(password)).toBeUndefined();
  });

  test.each(['1234567', 'p'.repeat(257), '🦊'.repeat(7), 'p'.repeat(1_000_000), '1234567\ud800'])(
    'is refused when it is too short, too long or no text (%#)',
    (password) => {
      expect(passwordProblem(password)?.field).toBe('password');
    },
  );
});

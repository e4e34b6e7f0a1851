import { randomBytes } from 'node:crypto';
import { AppError } from '#kernel';
import { Sealer } from './sealer';

const KEY = randomBytes(32);
const CONTEXT = 'models.credentials:7';
const PLAIN = 'sk-proj-Grüße-👋-0123456789';

describe('Sealer', () => {
  const sealer = new Sealer(KEY);

  function codeOf(sealed: Buffer, context = CONTEXT, opener = sealer): string {
    try {
      return `opened: ${opener.open(sealed, context)}`;
    } catch (error) {
      const { code, kind, message } = error as AppError;
      expect([kind, message.includes('SECRETS_KEY')]).toEqual(['internal', true]);
      expect(JSON.stringify(error) + message).not.toContain('sk-proj');
      return code;
    }
  }

  it.each([PLAIN, '', ' ', '\u0000', 'x'.repeat(100_000)])('opens what it sealed', (plain) => {
    expect(sealer.open(sealer.seal(plain, CONTEXT), CONTEXT)).toBe(plain);
  });

  it('opens it in another process with the same key', () => {
    expect(new Sealer(Buffer.from(KEY)).open(sealer.seal(PLAIN, CONTEXT), CONTEXT)).toBe(PLAIN);
  });

  it('seals the same text differently each time, and shows nothing of it', () => {
    const [one, other] = [sealer.seal(PLAIN, CONTEXT), sealer.seal(PLAIN, CONTEXT)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('sk-proj')).toBe(false);
    expect(one.includes(KEY)).toBe(false);
  });

  it('does not open a value in another place', () => {
    const sealed = sealer.seal(PLAIN, CONTEXT);
    for (const context of ['models.credentials:8', 'webhooks.secret:7', '', `${CONTEXT} `])
      expect(codeOf(sealed, context)).toBe('secrets.damaged');
  });

  it('says when the key is another', () => {
    expect(codeOf(sealer.seal(PLAIN, CONTEXT), CONTEXT, new Sealer(randomBytes(32)))).toBe('secrets.wrong_key');
  });

  it('opens nothing of which a single bit was changed', () => {
    const sealed = sealer.seal(PLAIN, CONTEXT);
    for (let at = 0; at < sealed.length; at++) {
      for (const bit of [1, 128]) {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(at) ^ bit, at);
        const [version, fingerprint] = [at === 0, at < 9];
        const expected = version ? 'secrets.unknown_format' : fingerprint ? 'secrets.wrong_key' : 'secrets.damaged';
        expect(codeOf(changed)).toBe(expected);
      }
    }
  });

  it('opens nothing that was cut or has grown', () => {
    const sealed = sealer.seal(PLAIN, CONTEXT);
    for (let length = 0; length < sealed.length; length++)
      expect(codeOf(sealed.subarray(0, length))).toBe('secrets.damaged');
    expect(codeOf(Buffer.concat([sealed, Buffer.of(0)]))).toBe('secrets.damaged');
  });
});

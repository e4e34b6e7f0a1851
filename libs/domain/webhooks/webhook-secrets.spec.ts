import { Sealer } from '#infra/secrets';
import { DAY_MS, newId } from '#kernel';
import { WebhookSecrets } from './webhook-secrets';

const NOW = new Date('2026-01-01T00:00:00Z');
const LATER = new Date(NOW.getTime() + DAY_MS);

describe('secrets of webhooks', () => {
  const secrets = new WebhookSecrets(new Sealer(Buffer.alloc(32, 'key')));
  const id = newId();
  const rowWith = (secret: string) => ({
    id,
    secret: secrets.seal(id, secret),
    previousSecret: null,
    previousSecretExpiresAt: null,
  });

  test('are made in the form of Standard Webhooks, of 32 random bytes', () => {
    const [one, other] = [secrets.generate(), secrets.generate()];
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(one.slice('whsec_'.length), 'base64')).toHaveLength(32);
    expect(one).not.toBe(other);
  });

  test('open for their webhook alone, and show nothing when stored', () => {
    const row = rowWith('first secret');
    expect(secrets.open(row, NOW)).toEqual(['first secret']);
    expect(row.secret.toString('latin1')).not.toContain('first secret');
    expect(() => secrets.open({ ...row, id: newId() }, NOW)).toThrow();
  });

  test('that are replaced sign for a day longer, the new one first', () => {
    const row = secrets.replaced(rowWith('first secret'), 'second secret', NOW);
    expect(row.previousSecretExpiresAt).toEqual(LATER);
    expect(secrets.open(row, new Date(LATER.getTime() - 1))).toEqual(['second secret', 'first secret']);
    expect(secrets.open(row, LATER)).toEqual(['second secret']);
  });

  test('of three, the last two are valid', () => {
    const second = secrets.replaced(rowWith('first secret'), 'second secret', NOW);
    expect(secrets.open(secrets.replaced(second, 'third secret', NOW), NOW)).toEqual(['third secret', 'second secret']);
  });

  test('that are given a second time push nothing out', () => {
    const row = secrets.replaced(rowWith('first secret'), 'second secret', NOW);
    expect(secrets.replaced(row, 'second secret', LATER)).toBe(row);
  });

  test('can be given anew when the key of the installation is another', () => {
    const row = rowWith('first secret');
    const elsewhere = new WebhookSecrets(new Sealer(Buffer.alloc(32, 'another key')));
    const renewed = elsewhere.replaced(row, 'second secret', NOW);
    expect(elsewhere.open(renewed, NOW)).toEqual(['second secret']);
  });
});

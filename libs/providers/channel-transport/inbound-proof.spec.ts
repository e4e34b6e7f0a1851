import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { isEd25519, isFresh, isHmac, isSecret } from './inbound-proof';

const NOW = new Date('2026-11-21T12:00:00Z');
const NOW_S = NOW.getTime() / 1_000;

describe('a proof', () => {
  it('is the secret itself, of any length, and nothing like it', () => {
    expect(isSecret('tea', 'tea')).toBe(true);
    for (const other of [undefined, '', 'te', 'teaa', 'TEA', 'tea ']) expect(isSecret(other, 'tea')).toBe(false);
  });

  it('is never empty: a channel without a secret trusts nobody', () => {
    expect(isSecret('', '')).toBe(false);
    expect(isHmac(createHmac('sha256', '').update('x').digest('hex'), '', 'x')).toBe(false);
  });

  it('is an HMAC in hexadecimal over all parts in their order', () => {
    const signature = createHmac('sha256', 'tea').update('v0:1:body').digest('hex');
    expect(isHmac(signature, 'tea', 'v0:1:', Buffer.from('body'))).toBe(true);
    expect(isHmac(signature.toUpperCase(), 'tea', 'v0:1:', 'body')).toBe(true);
    expect(isHmac(signature, 'milk', 'v0:1:', 'body')).toBe(false);
    expect(isHmac(signature, 'tea', 'body', 'v0:1:')).toBe(false);
    const noHex = [undefined, '', signature.slice(2), `${signature}00`, `${signature.slice(0, 62)}zz`, ` ${signature}`];
    for (const forged of noHex) expect(isHmac(forged, 'tea', 'v0:1:', 'body')).toBe(false);
  });

  it('is a signature by the private half of an Ed25519 key', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
    const signature = sign(null, Buffer.from('tea'), privateKey).toString('hex');
    expect(isEd25519(signature, key, Buffer.from('tea'))).toBe(true);
    expect(isEd25519(signature, key.toUpperCase(), Buffer.from('tea'))).toBe(true);
    expect(isEd25519(signature, key, Buffer.from('milk'))).toBe(false);
    for (const forged of [undefined, '', '0'.repeat(128), 'f'.repeat(128), 'z'.repeat(128), signature.slice(2)]) {
      expect(isEd25519(forged, key, Buffer.from('tea'))).toBe(false);
    }
    // 32 bytes that may be no point of the curve.
    expect(isEd25519(signature, 'ff'.repeat(32), Buffer.from('tea'))).toBe(false);
    expect(() => isEd25519(signature, 'tea', Buffer.from('tea'))).toThrow(
      expect.objectContaining({ code: 'channel_transport.not_configured' }),
    );
  });

  it('is no more than five minutes old, nor of a later time than that', () => {
    for (const age of [0, 300, -300]) expect(isFresh(String(NOW_S - age), NOW)).toBe(true);
    for (const age of [301, -301, NOW_S]) expect(isFresh(String(NOW_S - age), NOW)).toBe(false);
    for (const text of [undefined, '', '-1', '1e9', `${NOW_S}.5`, ` ${NOW_S}`, `0x${NOW_S}`, '9'.repeat(40)]) {
      expect(isFresh(text, NOW)).toBe(false);
    }
  });
});

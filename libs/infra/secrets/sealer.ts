/**
 * Seals what the database keeps but must not tell: provider keys, tokens of channels, secrets of webhooks. AES-256-GCM
 * (NIST SP 800-38D) under SECRETS_KEY. A sealed value is
 *
 *   1 byte version | 8 bytes fingerprint of the key | 12 bytes nonce | 16 bytes tag | ciphertext
 *
 * Version, fingerprint and the caller's context are authenticated with it, so that a value opens only in the place that
 * it was sealed for. Nonces are random; GCM bears 2^32 of them under one key (section 8.3), far more than an installation
 * has secrets.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { secretsErrors } from './secrets.errors';

const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const FINGERPRINT_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NONCE_FROM = 1 + FINGERPRINT_BYTES;
const TAG_FROM = NONCE_FROM + NONCE_BYTES;
const TEXT_FROM = TAG_FROM + TAG_BYTES;

export class Sealer {
  /** What every value begins with that is sealed under this key. */
  private readonly head: Buffer;

  /** @param key 32 bytes */
  constructor(private readonly key: Buffer) {
    const fingerprint = createHmac('sha256', key).update('parley: fingerprint of the key').digest();
    this.head = Buffer.concat([Buffer.of(VERSION), fingerprint.subarray(0, FINGERPRINT_BYTES)]);
  }

  /** Tells keys apart, and nothing of the key itself. */
  get fingerprint(): string {
    return this.head.subarray(1).toString('hex');
  }

  /** @param context where the value stands and what it is for, e.g. `models.credentials:<row id>`; not secret */
  seal(plain: string, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(this.associated(context));
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([this.head, nonce, cipher.getAuthTag(), text]);
  }

  /** @throws AppError `secrets.wrong_key`, `secrets.damaged` (also for another context), `secrets.unknown_format` */
  open(sealed: Buffer, context: string): string {
    if (sealed.length < TEXT_FROM) throw secretsErrors.damaged();
    if (sealed[0] !== VERSION) throw secretsErrors.unknown_format();
    if (!sealed.subarray(0, NONCE_FROM).equals(this.head)) throw secretsErrors.wrong_key();
    const decipher = createDecipheriv(CIPHER, this.key, sealed.subarray(NONCE_FROM, TAG_FROM), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(this.associated(context)).setAuthTag(sealed.subarray(TAG_FROM, TEXT_FROM));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(TEXT_FROM)), decipher.final()]).toString('utf8');
    } catch {
      throw secretsErrors.damaged();
    }
  }

  private associated(context: string): Buffer {
    return Buffer.concat([this.head, Buffer.from(context, 'utf8')]);
  }
}

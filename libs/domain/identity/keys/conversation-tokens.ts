/**
 * Tokens of visitors: `ct_` and, in base64url, the id of the public key, the id of the conversation (16 bytes each) and an
 * HMAC-SHA256 over both. They are stored nowhere and stand as long as their key does.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import type { WidgetKeyActor } from '#kernel';

const PREFIX = 'ct_';
const TOKEN = /^ct_[A-Za-z0-9_-]{86}$/;
const ID_BYTES = 16;
const MAC_BYTES = 32;
/** Keeps this use of the secret apart from that for access tokens. RFC 5869 §3.2. */
const PURPOSE = 'parley conversation tokens';

@Injectable()
export class ConversationTokens {
  private readonly secret: Buffer;

  constructor({ identity }: Config) {
    this.secret = Buffer.from(hkdfSync('sha256', identity.jwtSecret, '', PURPOSE, MAC_BYTES));
  }

  issue({ keyId }: Pick<WidgetKeyActor, 'keyId'>, conversationId: string): string {
    const ids = Buffer.concat([bytesOf(keyId), bytesOf(conversationId)]);
    return PREFIX + Buffer.concat([ids, this.macOf(ids)]).toString('base64url');
  }

  /** Undefined for whatever was not issued here. */
  read(token: string): { keyId: string; conversationId: string } | undefined {
    if (!TOKEN.test(token)) return undefined;
    const bytes = Buffer.from(token.slice(PREFIX.length), 'base64url');
    const ids = bytes.subarray(0, 2 * ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(2 * ID_BYTES), this.macOf(ids))) return undefined;
    return { keyId: idOf(ids.subarray(0, ID_BYTES)), conversationId: idOf(ids.subarray(ID_BYTES)) };
  }

  private macOf(ids: Buffer): Buffer {
    return createHmac('sha256', this.secret).update(ids).digest();
  }
}

export function isConversationToken(text: string): boolean {
  return TOKEN.test(text);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

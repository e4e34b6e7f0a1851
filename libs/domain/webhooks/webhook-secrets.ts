import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealer } from '#infra/secrets';
import { AppError, DAY_MS } from '#kernel';

/** Standard Webhooks, "Signature scheme": `whsec_` and the base64 of 24 to 64 bytes. */
const PREFIX = 'whsec_';
const GENERATED_BYTES = 32;

/** How long the secret before the present one signs too, so that receivers can change over. */
const PREVIOUS_LIFETIME_MS = DAY_MS;

/** What a webhook's row keeps of its secrets. */
export interface SealedSecrets {
  id: string;
  secret: Buffer;
  previousSecret: Buffer | null;
  previousSecretExpiresAt: Date | null;
}

/** The secrets that deliveries are signed with. They are stored sealed, each for its webhook alone. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly sealer: Sealer) {}

  generate(): string {
    return PREFIX + randomBytes(GENERATED_BYTES).toString('base64');
  }

  seal(webhookId: string, secret: string): Buffer {
    return this.sealer.seal(secret, contextOf(webhookId));
  }

  /** Newest first, without the one that has expired. @throws AppError as `Sealer.open` */
  open({ id, secret, previousSecret, previousSecretExpiresAt }: SealedSecrets, now: Date): string[] {
    const isPreviousValid =
      previousSecret !== null && previousSecretExpiresAt !== null && previousSecretExpiresAt > now;
    const valid = isPreviousValid ? [secret, previousSecret] : [secret];
    return valid.map((sealed) => this.sealer.open(sealed, contextOf(id)));
  }

  /**
   * The row with another secret; the one before it signs for a day longer. With the secret that it has already nothing
   * changes, so that a call which is made again does not push out the one before.
   */
  replaced<Row extends SealedSecrets>(row: Row, secret: string, now: Date): Row {
    const present = this.presentOf(row);
    if (present === secret) return row;
    const previous =
      present === undefined
        ? { previousSecret: null, previousSecretExpiresAt: null }
        : { previousSecret: row.secret, previousSecretExpiresAt: new Date(now.getTime() + PREVIOUS_LIFETIME_MS) };
    return { ...row, secret: this.seal(row.id, secret), ...previous };
  }

  /** Undefined when it does not open: a new one must be possible then, and nothing can sign with the old one. */
  private presentOf({ id, secret }: SealedSecrets): string | undefined {
    try {
      return this.sealer.open(secret, contextOf(id));
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }
}

function contextOf(webhookId: string): string {
  return `webhooks.secret:${webhookId}`;
}

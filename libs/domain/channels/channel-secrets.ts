import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealer } from '#infra/secrets';
import type { ChannelCredentials } from '#providers/channel-transport';

/** In 64 characters of A-Z, a-z, 0-9, _ and -, which is what Telegram takes for a secret token (at most 256 of them). */
const SECRET_BYTES = 48;

/** What the database keeps of channels and must not tell, each for its row alone. */
@Injectable()
export class ChannelSecrets {
  constructor(private readonly sealer: Sealer) {}

  generateWebhookSecret(): string {
    return randomBytes(SECRET_BYTES).toString('base64url');
  }

  sealWebhookSecret(channelId: string, secret: string): Buffer {
    return this.sealer.seal(secret, webhookSecretContext(channelId));
  }

  /** @throws AppError as `Sealer.open` */
  openWebhookSecret(channelId: string, sealed: Buffer): string {
    return this.sealer.open(sealed, webhookSecretContext(channelId));
  }

  sealCredentials(channelId: string, credentials: ChannelCredentials): Buffer {
    return this.sealer.seal(JSON.stringify(credentials), credentialsContext(channelId));
  }

  /** @throws AppError as `Sealer.open` */
  openCredentials(channelId: string, sealed: Buffer): ChannelCredentials {
    return JSON.parse(this.sealer.open(sealed, credentialsContext(channelId)));
  }
}

function webhookSecretContext(channelId: string): string {
  return `channels.webhook-secret:${channelId}`;
}

function credentialsContext(channelId: string): string {
  return `channels.credentials:${channelId}`;
}

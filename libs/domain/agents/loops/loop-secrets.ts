import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealer } from '#infra/secrets';
import type { HeaderValues } from './header-values';

/** Standard Webhooks, "Signature scheme": `whsec_` and the base64 of 24 to 64 bytes. */
const PREFIX = 'whsec_';
const GENERATED_BYTES = 32;

export interface HeaderSecrets {
  /** By the server's name. */
  servers: Readonly<Record<string, HeaderValues>>;
  callback: HeaderValues;
}

export const NO_HEADER_SECRETS: HeaderSecrets = { servers: {}, callback: {} };

/** What the database keeps of loops and must not tell, each for its row alone. */
@Injectable()
export class LoopSecrets {
  constructor(private readonly sealer: Sealer) {}

  /** What callbacks are signed with. */
  generateSigning(): string {
    return PREFIX + randomBytes(GENERATED_BYTES).toString('base64');
  }

  sealSigning(loopId: string, secret: string): Buffer {
    return this.sealer.seal(secret, `agents.callback:${loopId}`);
  }

  /** @throws AppError as `Sealer.open` */
  openSigning(loopId: string, sealed: Buffer): string {
    return this.sealer.open(sealed, `agents.callback:${loopId}`);
  }

  /** Null when there is nothing to seal. */
  sealHeaders(loopId: string, secrets: HeaderSecrets): Buffer | null {
    const all = [secrets.callback, ...Object.values(secrets.servers)];
    if (all.every((headers) => Object.keys(headers).length === 0)) return null;
    return this.sealer.seal(JSON.stringify(secrets), `agents.headers:${loopId}`);
  }

  /** @throws AppError as `Sealer.open` */
  openHeaders(loopId: string, sealed: Buffer | null): HeaderSecrets {
    return sealed === null ? NO_HEADER_SECRETS : JSON.parse(this.sealer.open(sealed, `agents.headers:${loopId}`));
  }
}

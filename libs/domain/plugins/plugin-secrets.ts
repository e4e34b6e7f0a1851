import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealer } from '#infra/secrets';
import type { PluginConfig } from './plugins.types';

/** Standard Webhooks, "Signature scheme": `whsec_` and the base64 of 24 to 64 bytes. */
const PREFIX = 'whsec_';
const GENERATED_BYTES = 32;

/** What the database keeps of plugins and must not tell, each for its row alone. */
@Injectable()
export class PluginSecrets {
  constructor(private readonly sealer: Sealer) {}

  /** What calls of a plugin are signed with. */
  generateSigning(): string {
    return PREFIX + randomBytes(GENERATED_BYTES).toString('base64');
  }

  sealSigning(pluginId: string, secret: string): Buffer {
    return this.sealer.seal(secret, signingContext(pluginId));
  }

  /** @throws AppError as `Sealer.open` */
  openSigning(pluginId: string, sealed: Buffer): string {
    return this.sealer.open(sealed, signingContext(pluginId));
  }

  /** Null when there is nothing to seal. */
  sealConfig(installationId: string, secrets: PluginConfig): Buffer | null {
    if (Object.keys(secrets).length === 0) return null;
    return this.sealer.seal(JSON.stringify(secrets), configContext(installationId));
  }

  /** @throws AppError as `Sealer.open` */
  openConfig(installationId: string, sealed: Buffer | null): PluginConfig {
    return sealed === null ? {} : JSON.parse(this.sealer.open(sealed, configContext(installationId)));
  }
}

function signingContext(pluginId: string): string {
  return `plugins.signing:${pluginId}`;
}

function configContext(installationId: string): string {
  return `plugins.config:${installationId}`;
}

import { Injectable } from '@nestjs/common';
import { Sealer } from '#infra/secrets';
import { AppError } from '#kernel';
import type { Headers } from './input/request-headers';

/** The secret headers of an integration, sealed for its row alone. */
@Injectable()
export class IntegrationSecrets {
  constructor(private readonly sealer: Sealer) {}

  /** Null when there is nothing to seal. */
  seal(integrationId: string, secrets: Headers): Buffer | null {
    if (Object.keys(secrets).length === 0) return null;
    return this.sealer.seal(JSON.stringify(secrets), contextOf(integrationId));
  }

  /** @throws AppError as `Sealer.open` */
  open(integrationId: string, sealed: Buffer | null): Headers {
    return sealed === null ? {} : JSON.parse(this.sealer.open(sealed, contextOf(integrationId)));
  }

  /** None when they do not open: new ones must be possible then. */
  openOrForget(integrationId: string, sealed: Buffer | null): Headers {
    try {
      return this.open(integrationId, sealed);
    } catch (error) {
      if (error instanceof AppError) return {};
      throw error;
    }
  }
}

function contextOf(integrationId: string): string {
  return `integrations.headers:${integrationId}`;
}

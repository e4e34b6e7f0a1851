import { Injectable } from '@nestjs/common';
import { AddressGuard } from '#infra/http-client';
import { AppError, invalidInput } from '#kernel';

/** Who gives an address waits no longer for a slow resolver. */
const RESOLVE_LIMIT_MS = 3_000;

/** Tells whoever gives an address at once that it is private. Every request checks again what it connects to. */
@Injectable()
export class WebAddressCheck {
  constructor(private readonly guard: AddressGuard) {}

  /** What cannot be told in time, or does not exist yet, passes. @throws AppError `input.invalid` */
  async pass(url: string): Promise<void> {
    const waiting = Promise.withResolvers<void>();
    const timer = setTimeout(waiting.resolve, RESOLVE_LIMIT_MS);
    try {
      await Promise.race([this.guard.checkResolved(url), waiting.promise]);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid_input') throw error;
      if (error.code === 'http_client.name_unknown') return;
      throw invalidInput([{ field: 'url', message: `url is not accepted. ${error.message}` }]);
    } finally {
      clearTimeout(timer);
    }
  }
}

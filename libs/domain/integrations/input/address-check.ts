import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { AddressGuard } from '#infra/http-client';
import { AppError, invalidInput, SECOND_MS } from '#kernel';

/** Who makes an integration does not wait longer for somebody else's name server. */
const RESOLVE_LIMIT_MS = 2 * SECOND_MS;

/** What can be said of the address of a back-end only by asking others. Not to be called in a transaction. */
@Injectable()
export class AddressCheck {
  readonly allowsHttp: boolean;

  constructor(
    private readonly addresses: AddressGuard,
    config: Config,
  ) {
    this.allowsHttp = config.outgoing.allowsPrivateAddresses;
  }

  /**
   * What cannot be told in time, or does not exist yet, passes: every call checks again what it connects to.
   *
   * @throws AppError `input.invalid`
   */
  async pass(url: string | null): Promise<void> {
    if (url === null) return;
    const waiting = Promise.withResolvers<void>();
    const timer = setTimeout(waiting.resolve, RESOLVE_LIMIT_MS);
    try {
      await Promise.race([this.addresses.checkResolved(url), waiting.promise]);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid_input') throw error;
      if (error.code === 'http_client.name_unknown') return;
      throw invalidInput([{ field: 'webhookUrl', message: `webhookUrl is not accepted. ${error.message}` }]);
    } finally {
      clearTimeout(timer);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { AddressGuard } from '#infra/http-client';
import { ChannelTransports, type ChannelType } from '#providers/channel-transport';
import { addressesIn, asAddressProblem, type ChannelSetup, setupOf } from './channel-input';
import { ChannelSecrets } from './channel-secrets';
import type { ChannelRow } from './channels.queries';

type Given = Readonly<Record<string, unknown>>;
type SealedSetup = Pick<ChannelRow, 'config' | 'credentials' | 'credentialNames'>;

/** What people give of a channel's way to its platform: checked, and made ready to be stored. */
@Injectable()
export class ChannelSetups {
  constructor(
    private readonly transports: ChannelTransports,
    private readonly secrets: ChannelSecrets,
    private readonly addresses: AddressGuard,
  ) {}

  /** @throws AppError `input.invalid` naming `config.<field>` */
  async check(type: ChannelType, given: Given): Promise<ChannelSetup> {
    return this.checked(setupOf(this.transports.of(type), given));
  }

  /** The same of a change. @throws AppError `input.invalid` */
  async checkChange(row: ChannelRow, given: Given): Promise<void> {
    await this.checked(this.merged(row, given));
  }

  sealed(channelId: string, { credentials, config }: ChannelSetup): SealedSetup {
    return {
      config,
      credentials: this.secrets.sealCredentials(channelId, credentials),
      credentialNames: Object.keys(credentials),
    };
  }

  /** @throws AppError `input.invalid` */
  changed(row: ChannelRow, given: Given): SealedSetup {
    return this.sealed(row.id, this.merged(row, given));
  }

  newWebhookSecret(channelId: string): { secret: string; sealed: Buffer } {
    const secret = this.secrets.generateWebhookSecret();
    return { secret, sealed: this.secrets.sealWebhookSecret(channelId, secret) };
  }

  private merged({ id, type, credentials, config }: ChannelRow, given: Given): ChannelSetup {
    const present = { credentials: { ...this.secrets.openCredentials(id, credentials) }, config };
    return setupOf(this.transports.of(type), given, present);
  }

  private async checked(setup: ChannelSetup): Promise<ChannelSetup> {
    for (const { name, url } of addressesIn(setup)) {
      await this.addresses.checkResolved(url).catch((error: unknown) => {
        throw asAddressProblem(name, error);
      });
    }
    return setup;
  }
}

import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { outwardId } from './channel-ids';

/** Where platforms reach channels. */
@Injectable()
export class ChannelAddresses {
  constructor(private readonly config: Config) {}

  /** Of the caller who gave none. */
  get usualOrigin(): string {
    return `http://localhost:${this.config.http.port}`;
  }

  /** What the operator says (PUBLIC_URL) goes before where the owner of the channel has reached us. */
  inboundUrl({ id, origin }: { id: string; origin: string }): string {
    return `${this.config.http.publicUrl ?? origin}/v1/channels/${outwardId('channel', id)}/webhook`;
  }
}

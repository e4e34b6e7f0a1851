import { type ChannelTransport, ChannelTransports, type ChannelType } from './channel-transport.contract';
import { channelTransportErrors } from './channel-transport.errors';

/** One transport for each type of channel. */
export class PlatformTransports extends ChannelTransports {
  private readonly byType: ReadonlyMap<string, ChannelTransport>;

  constructor(transports: readonly ChannelTransport[]) {
    super();
    this.byType = new Map(transports.map((transport) => [transport.type, transport]));
  }

  of(type: ChannelType): ChannelTransport {
    const found = this.byType.get(type);
    if (found === undefined)
      throw channelTransportErrors.not_configured({ message: 'There is no such type of channel.' });
    return found;
  }
}

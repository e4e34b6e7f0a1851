import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OldRows, Retention } from '#domain/retention';
import { UpdatesQueries } from './inbound/updates.queries';
import { lowestIdSince } from './lowest-id';
import { MessagesQueries } from './outbound/messages.queries';

/** What messengers brought and were sent goes with the conversations that it belongs to, or would have. */
@Injectable()
export class OldUpdates implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly updates: UpdatesQueries,
    private readonly messages: MessagesQueries,
  ) {}

  onModuleInit(): void {
    this.retention.register({
      kind: 'conversations',
      name: 'messages of channels',
      removeOld: async (old) => (await this.removeArrived(old)) + (await this.removeSent(old)),
    });
  }

  private removeArrived({ teamId, before, maxRows }: OldRows): Promise<number> {
    return this.updates.deleteOfTeam(teamId, lowestIdSince(before), maxRows);
  }

  private removeSent({ teamId, before, maxRows }: OldRows): Promise<number> {
    return this.messages.deleteOfTeam(teamId, lowestIdSince(before), maxRows);
  }
}

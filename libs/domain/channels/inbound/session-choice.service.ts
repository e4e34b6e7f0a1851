import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Behaviors } from '#domain/bots';
import { after } from '#kernel';
import type { ChannelRow } from '../channels.queries';
import type { WaitingUpdate } from './inbound.types';
import { longestPauseMs, scopeKeyOf, sessionKeyOf } from './session-key';
import { SessionsOfChannelsQueries } from './sessions.queries';

/** Finds the conversation that a message belongs to. */
@Injectable()
export class SessionChoice {
  constructor(private readonly queries: SessionsOfChannelsQueries) {}

  async keyFor(channel: Pick<ChannelRow, 'id' | 'teamId'>, update: WaitingUpdate, behaviors: Behaviors) {
    if (update.sessionKey !== null) return update.sessionKey;
    const scopeKey = scopeKeyOf(update.message, behaviors);
    const pauseMs = longestPauseMs(behaviors);
    if (pauseMs === undefined) return sessionKeyOf(channel.id, scopeKey);
    const { receivedAt: at } = update;
    const scopeHash = createHash('sha256').update(scopeKey).digest();
    const touch = { teamId: channel.teamId, channelId: channel.id, scopeHash, at, silentSince: after(at, -pauseMs) };
    return sessionKeyOf(channel.id, scopeKey, await this.queries.touch(touch));
  }
}

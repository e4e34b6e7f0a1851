import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, Clock, newId } from '#kernel';
import { botGone } from '../identity.notices';
import { newBotKey } from '../keys/key-text';
import { hashOfToken } from '../opaque-tokens';
import { BotKeyEntity } from './bot-key.entity';

/** Keys that open one bot. They have no end of their own: the rows go with their bot. */
@Injectable()
export class BotKeys {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Gives the text of a new key, which is in this answer and nowhere else. The caller holds the bot. */
  async create({ teamId }: Actor, botId: string): Promise<string> {
    const text = newBotKey();
    const key = { id: newId(), teamId, botId, hash: hashOfToken(text), createdAt: this.clock.now() };
    await this.database.repository(BotKeyEntity).insert(key);
    return text;
  }

  /** To be called in the transaction that deletes the bot: from its commit on every process refuses its keys. */
  forgetBot(botId: string): Promise<void> {
    return this.notices.publish(botGone, { botId });
  }
}

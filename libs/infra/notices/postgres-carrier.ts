import { type ChannelListening, Database, listenToChannel } from '#infra/database';
import { NoticeCarrier, type NoticeListener } from './notice-carrier';

/** PostgreSQL folds nothing here: the name is quoted. */
const CHANNEL = 'parley_notices';

/**
 * By LISTEN and NOTIFY of PostgreSQL: one connection of its own for listening, the pool for telling. One statement is on
 * its way at a time, and takes with it all that was waiting: two connections of a pool would not keep the order.
 */
export class PostgresCarrier extends NoticeCarrier {
  private listening: ChannelListening | undefined;
  private waiting: string[] = [];
  private onItsWay = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(private readonly database: Database) {
    super();
  }

  async start({ heard, listening }: NoticeListener): Promise<void> {
    this.listening = await listenToChannel(this.database.dataSource, {
      channel: CHANNEL,
      onNotification: heard,
      onReconnect: listening,
    });
  }

  send(text: string): Promise<void> {
    this.waiting.push(text);
    this.next ??= this.onItsWay.then(() => this.sendWaiting());
    return this.next;
  }

  async stop(): Promise<void> {
    await this.listening?.close();
  }

  private sendWaiting(): Promise<void> {
    const texts = this.waiting;
    this.waiting = [];
    this.next = undefined;
    const sending = this.database
      .query('select pg_notify($1, text) from unnest($2::text[]) as text', [CHANNEL, texts])
      .then(() => undefined);
    this.onItsWay = sending.catch(() => undefined);
    return sending;
  }
}

import { type ChannelListening, Database, listenToChannel } from '#infra/database';
import { NoticeCarrier, type NoticeListener } from './notice-carrier';

/** PostgreSQL folds nothing here: the name is quoted. */
const CHANNEL = 'parley_notices';

/** By LISTEN and NOTIFY of PostgreSQL: one connection of its own for listening, the pool for telling. */
export class PostgresCarrier extends NoticeCarrier {
  private listening: ChannelListening | undefined;

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

  async send(text: string): Promise<void> {
    await this.database.query('select pg_notify($1, $2)', [CHANNEL, text]);
  }

  async stop(): Promise<void> {
    await this.listening?.close();
  }
}

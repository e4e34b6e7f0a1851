import type { Redis } from 'ioredis';
import { RedisConnections } from '#infra/redis';
import { NoticeCarrier, type NoticeListener } from './notice-carrier';

/** By publish and subscribe of Redis, over the shared connection for commands and one of its own for listening. */
export class RedisCarrier extends NoticeCarrier {
  private readonly channel: string;
  private subscriber: Redis | undefined;

  constructor(private readonly connections: RedisConnections) {
    super();
    this.channel = connections.key('notices');
  }

  /** Does not wait: when Redis is away, it begins to listen, and says so, when Redis is back. */
  async start({ heard, listening }: NoticeListener): Promise<void> {
    const subscriber = this.connections.open('subscriber');
    this.subscriber = subscriber;
    subscriber.on('message', (_channel, text) => heard(text));
    subscriber.on('ready', () => void subscriber.subscribe(this.channel).then(listening, () => undefined));
  }

  async send(text: string): Promise<void> {
    await this.connections.commands.publish(this.channel, text);
  }

  async stop(): Promise<void> {
    this.subscriber?.disconnect();
  }
}

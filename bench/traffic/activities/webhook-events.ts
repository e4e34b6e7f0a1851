/** Receivers of events: every reply that was acknowledged must be told to each of them. */
import { must } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import type { Scene } from '../scene';
import type { MainTurns } from './main-turns';

const EVENT = 'message.sent';
const PATHS = ['/receiver-quick', '/receiver-slow'];
const SLOW_MS = 500;
const READ_EVERY_MS = 5_000;

export class WebhookEvents implements Activity {
  readonly name = 'webhooks';
  readonly everyMs = READ_EVERY_MS;
  readonly paths: readonly string[] = PATHS;

  private constructor(
    private readonly scene: Scene,
    private readonly webhookIds: readonly string[],
    private readonly turns: readonly MainTurns[],
  ) {}

  /** @param turns whose replies are told */
  static async open(scene: Scene, turns: readonly MainTurns[]): Promise<WebhookEvents> {
    const { sink } = scene.outside;
    const urls = [sink.url(PATHS[0]!), sink.behave(PATHS[1]!, { kind: 'slow', delayMs: SLOW_MS })];
    const ids: string[] = [];
    for (const url of urls) {
      const answer = await scene.wire.post('/api/v1/webhooks', { url, events: [EVENT] });
      ids.push(must(answer, 201).body.data.id);
    }
    return new WebhookEvents(scene, ids, turns);
  }

  /** Looks at the log of deliveries, as somebody who runs receivers does. */
  async act(): Promise<void> {
    const path = `/api/v1/webhooks/${this.webhookIds[0]}/deliveries?limit=20`;
    await this.scene.journal.attempt('webhook, log', async () => must(await this.scene.wire.get(path), 200));
  }

  async faults(): Promise<string[]> {
    return PATHS.flatMap((path) => {
      const told = this.toldAt(path);
      const untold = this.wanted.filter((id) => !told.has(id));
      return untold.map((id) => `the reply ${id} was not told to ${path}`);
    });
  }

  told(): string {
    const { deliveries } = this.scene.outside.sink;
    const distinct = new Set(deliveries.map(({ path, headers }) => `${path} ${headers['webhook-id']}`)).size;
    return `${distinct} deliveries in ${deliveries.length} requests`;
  }

  /** When each request came, by `performance.now()`. */
  get receivedMs(): number[] {
    return this.scene.outside.sink.deliveries.map(({ atMs }) => atMs - performance.timeOrigin);
  }

  private get wanted(): string[] {
    return this.turns.flatMap(({ messageIds }) => messageIds);
  }

  private toldAt(path: string): Set<string> {
    return new Set(this.scene.outside.sink.eventsAt(path).map(({ data }) => data.messageId));
  }
}

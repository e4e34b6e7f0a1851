/** Messages of people in a messenger, which tells them again until they are acknowledged, as messengers do. */
import { setTimeout as wait } from 'node:timers/promises';
import { must } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import type { Scene } from '../scene';

const CHATS = 6;
const TELL_AGAIN_MS = 1_000;
const MAX_TELLINGS = 90;
const POLL_MS = 100;
/** An answer that has not come by then is only looked for in the end. */
const ANSWER_LIMIT_MS = 120_000;
const PAGE = 100;

export class ChannelMessages implements Activity {
  readonly name = 'channel';
  readonly everyMs = 700;
  /** Acknowledged ones, which an echo answers with their own words. */
  private readonly acknowledged: string[] = [];
  private count = 0;

  private constructor(
    private readonly scene: Scene,
    private readonly channelId: string,
    private readonly hookPath: string,
    private readonly secret: string,
  ) {}

  /** A new bot in a messenger says back what it hears. */
  static async open(scene: Scene): Promise<ChannelMessages> {
    const { wire, outside } = scene;
    const bot = must(await wire.post('/v1/bots', { name: 'Echo', behaviors: { typing_indicator: false } }), 201).body
      .data;
    const order = { type: 'telegram', config: { bot_token: outside.telegram.token } };
    const channel = must(await wire.post(`/v1/bots/${bot.id}/channels`, order), 201).body.data;
    while (must(await wire.get(`/v1/channels/${channel.id}`), 200).body.data.status !== 'connected')
      await wait(POLL_MS);
    const id = channel.id.replace(/^ch_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return new ChannelMessages(scene, id, new URL(channel.webhook_url).pathname, channel.webhook_secret);
  }

  async act(): Promise<void> {
    const number = ++this.count;
    const text = `message ${number} of many`;
    if (!(await this.tell(number, text))) return;
    this.acknowledged.push(text);
    await this.untilAnswered(text);
  }

  async faults(): Promise<string[]> {
    const sent = this.sent();
    const lost = this.acknowledged.filter((text) => !sent.has(text));
    const extra = [...sent.values()].reduce((sum, times) => sum + times - 1, 0);
    const doubtful = await this.doubtfulParts();
    return [
      ...lost.map((text) => `"${text}" was acknowledged and not answered`),
      ...(extra <= doubtful ? [] : [`${extra} answers were sent again, and the log has ${doubtful} doubtful parts`]),
    ];
  }

  told(): string {
    const extra = [...this.sent().values()].reduce((sum, times) => sum + times - 1, 0);
    return `${this.acknowledged.length} of ${this.count} messages acknowledged, ${extra} answers sent again in doubt`;
  }

  private async tell(number: number, text: string): Promise<boolean> {
    const { headers, body } = this.scene.outside.telegram.update({
      text,
      chatId: 1_000 + (number % CHATS),
      updateId: number,
      secret: this.secret,
    });
    for (let telling = 1; telling <= MAX_TELLINGS; telling++) {
      const answer = await this.scene.journal.attempt('channel, message', async () => {
        const { status } = await fetch(this.scene.wire.baseUrl + this.hookPath, { method: 'POST', headers, body });
        if (status !== 200) throw new Error(`Expected 200, got ${status}`);
        return status;
      });
      if (answer) return true;
      await wait(TELL_AGAIN_MS);
    }
    return false;
  }

  private async untilAnswered(text: string): Promise<void> {
    const startMs = performance.now();
    while (performance.now() < startMs + ANSWER_LIMIT_MS) {
      if (this.sent().has(text)) return this.scene.journal.succeeded('channel, answered', startMs);
      await wait(POLL_MS);
    }
  }

  /** How often each was sent. */
  private sent(): Map<string, number> {
    const times = new Map<string, number>();
    for (const { text } of this.scene.outside.telegram.sent) times.set(text, (times.get(text) ?? 0) + 1);
    return times;
  }

  private async doubtfulParts(): Promise<number> {
    let sum = 0;
    for (let page = 1; ; page++) {
      const path = `/api/v1/channels/${this.channelId}/deliveries?limit=${PAGE}&page=${page}`;
      const { data, pagination } = must(await this.scene.wire.get(path), 200).body;
      for (const { doubtfulParts } of data as Array<{ doubtfulParts: number }>) sum += doubtfulParts;
      if (page >= pagination.pages) return sum;
    }
  }
}

/** A bot of one language: its base, what it is trained from, and what it is asked. */
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { LabelledText } from '../../../libs/domain/classification/classifier.types';
import { createBotThatKnows, must, type WireClient } from '../../../libs/testing/parley';
import { Random } from '../../retrieval/random';
import { evenly } from '../protocols/sampling';

const PASSAGES = 2_000;
const SENTENCES = 12;
const MESSAGES = 2_000;
/** So many that nobody speaks again before the answer is there. */
const CONVERSATIONS = 200;
const POLL_MS = 500;

/** Passages of sentences as people say them, so that words of messages are words of the base. Gives the id of the bot. */
export async function createBotOf(wire: WireClient, examples: readonly LabelledText[]): Promise<string> {
  const { botId, baseId } = await createBotThatKnows(wire, []);
  const random = new Random('passages');
  const sentence = () => examples[Math.floor(random.next() * examples.length)]!.text;
  const items = Array.from({ length: PASSAGES }, (_, at) => ({
    title: `Page ${at}`,
    content: `${Array.from({ length: SENTENCES }, sentence).join('. ')}.`,
  }));
  const base = `/api/v1/knowledge-bases/${baseId}`;
  const file = items.map((item) => JSON.stringify(item)).join('\n');
  const sent = await wire.with({ 'content-type': 'application/x-ndjson' }).send('POST', `${base}/import`, file);
  const { id } = must(sent, 202).body.data;
  for (;;) {
    const { status, error } = must(await wire.get(`${base}/imports/${id}`), 200).body.data;
    if (status === 'completed') return botId;
    if (status !== 'queued' && status !== 'running') throw new Error(`The import ${status}: ${error}`);
    await delay(POLL_MS);
  }
}

/** What is sent, in turn. */
export function bodiesOf(examples: readonly LabelledText[]): string[] {
  const conversations = Array.from({ length: CONVERSATIONS }, () => randomBytes(12).toString('hex'));
  const messages = new Random('messages').shuffled(evenly(examples, MESSAGES));
  return messages.map(({ text }, at) =>
    JSON.stringify({ sessionId: conversations[at % CONVERSATIONS], message: text }),
  );
}

/** One event at a time, caused over the API: how long after it has happened it is received. */
import { must } from '../../libs/testing/parley';
import { WebhookSink } from '../../libs/testing/webhooks';
import { percentile } from './burst';
import type { Product } from './product';

const WARM_UP = 20;
/** Between two events, so that each finds nothing under way; no two with the same one, lest they keep step with a timer. */
const pauseMs = () => 60 + 80 * Math.random();
const PATH = '/hook';

export interface FirstDelivery {
  p50Ms: number;
  p99Ms: number;
}

export async function measureFirstDelivery(product: Product, events: number): Promise<FirstDelivery> {
  const sink = await WebhookSink.start();
  const { asKey, remove } = await product.listen([sink.url(PATH)], ['chatbot.created']);
  const latenciesMs: number[] = [];
  for (let number = 0; number < WARM_UP + events; number++) {
    must(await asKey.post('/api/v1/chatbots', { name: `Bot ${number}` }), 201);
    const received = (await sink.untilCount(PATH, number + 1)).at(-1)!;
    await new Promise((resolve) => setTimeout(resolve, pauseMs()));
    if (number >= WARM_UP) latenciesMs.push(received.atMs - Date.parse(JSON.parse(received.body).timestamp));
  }
  await remove();
  await sink.stop();
  latenciesMs.sort((a, b) => a - b);
  return { p50Ms: percentile(latenciesMs, 0.5), p99Ms: percentile(latenciesMs, 0.99) };
}

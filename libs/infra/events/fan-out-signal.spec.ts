import { Logger } from '@nestjs/common';
import type { JobQueue } from '#infra/queue';
import { eventually } from '#testing';
import { FanOutSignal } from './fan-out-signal';

/** A queue whose `enqueue` ends when the test lets it. */
function slowQueue() {
  const puts: Array<PromiseWithResolvers<void>> = [];
  const enqueue = () => {
    const put = Promise.withResolvers<void>();
    puts.push(put);
    return put.promise;
  };
  return { puts, queue: { enqueue } as unknown as JobQueue };
}

describe('the signal to the fan-out', () => {
  beforeAll(() => Logger.overrideLogger(false));

  test('calls the fan-out of this process, without the queue', () => {
    const { puts, queue } = slowQueue();
    const signal = new FanOutSignal(queue);
    const listener = jest.fn();
    signal.bind(listener);
    signal.send();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(puts).toEqual([]);
  });

  test('goes by a job where no fan-out runs, one at a time, and the last is never lost', async () => {
    const { puts, queue } = slowQueue();
    const signal = new FanOutSignal(queue);
    for (let times = 0; times < 50; times += 1) signal.send();
    expect(puts).toHaveLength(1);
    puts[0]!.resolve();
    await eventually(() => puts.length === 2);
    puts[1]!.resolve();
    await puts[1]!.promise;
    signal.send();
    await eventually(() => puts.length === 3);
  });

  test('survives a queue that takes nothing', async () => {
    const { puts, queue } = slowQueue();
    const signal = new FanOutSignal(queue);
    signal.send();
    puts[0]!.reject(new Error('away'));
    await eventually(() => {
      signal.send();
      return puts.length === 2;
    });
  });
});

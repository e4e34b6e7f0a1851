import { HostTurns } from './host-turns';

const GOING = new AbortController().signal;

describe('turns', () => {
  test('at one host come one after the other, in the order in which they were asked for', async () => {
    const turns = new HostTurns();
    const log: string[] = [];
    const gates = ['a', 'b', 'c'].map((name) => ({ name, gate: Promise.withResolvers<void>() }));
    const works = gates.map(({ name, gate }) =>
      turns.take('host', 0, GOING, async () => {
        log.push(`${name} begins`);
        await gate.promise;
        log.push(`${name} ends`);
      }),
    );
    for (const { gate } of gates.toReversed()) gate.resolve();
    await Promise.all(works);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('at different hosts do not wait for each other', async () => {
    const turns = new HostTurns();
    const gate = Promise.withResolvers<void>();
    const first = turns.take('one', 0, GOING, () => gate.promise);
    expect(await turns.take('two', 0, GOING, async () => 'done')).toBe('done');
    gate.resolve();
    await first;
  });

  test('go on after one that fails, and after one that is given up while it waits', async () => {
    const turns = new HostTurns();
    const gate = Promise.withResolvers<void>();
    const leaving = new AbortController();
    const failing = turns.take('host', 0, GOING, async () => {
      await gate.promise;
      throw new Error('broken');
    });
    const given = turns.take('host', 0, leaving.signal, async () => 'never');
    const last = turns.take('host', 0, GOING, async () => 'last');
    leaving.abort(new Error('left'));
    await expect(given).rejects.toThrow('left');
    gate.resolve();
    await expect(failing).rejects.toThrow('broken');
    expect(await last).toBe('last');
  });

  test('are given up during the pause before them', async () => {
    const turns = new HostTurns();
    await turns.take('host', 0, GOING, async () => undefined);
    const leaving = new AbortController();
    const waiting = turns.take('host', 3_600_000, leaving.signal, async () => 'never');
    leaving.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});

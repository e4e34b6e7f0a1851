import { Logger } from '@nestjs/common';
import type { JobQueue } from '#infra/queue';
import { DAY_MS, newId, SECOND_MS } from '#kernel';
import { eventually, ManualClock, MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { DatabaseOutbox } from './database-outbox';
import { type DomainEvent, defineEvent } from './domain-event';
import type { EventConsumers, RegisteredConsumer } from './event-consumers';
import { FanOut } from './fan-out';
import { FanOutSignal } from './fan-out-signal';
import { PruneOutboxHandler } from './jobs/prune-outbox.handler';
import { outboxRow } from './outbox';
import { OutboxQueries } from './outbox.queries';

const brewed = defineEvent<'tea.brewed', { note: string }>('tea.brewed');
const drunk = defineEvent<'tea.drunk', { note: string }>('tea.drunk');
const teamId = newId();

/** A consumer that remembers what it heard, and does `work` with it. */
function consumer(name: string, work: (event: DomainEvent) => Promise<void> = async () => undefined) {
  const heard: DomainEvent[] = [];
  const registered: RegisteredConsumer = {
    name,
    events: [brewed.name],
    consumer: {
      consume: async (event) => {
        heard.push(event);
        await work(event);
      },
    },
  };
  return { heard, registered };
}

/** A consumer of batches that remembers the notes of those that it bore. */
function batchConsumer(name: string, refuses: (notes: readonly string[]) => boolean = () => false) {
  const batches: string[][] = [];
  const registered: RegisteredConsumer = {
    name,
    events: [brewed.name],
    consumer: {
      consumeAll: async (events) => {
        const notes = notesOf(events);
        if (refuses(notes)) throw new Error('unbearable');
        batches.push(notes);
      },
    },
  };
  return { batches, registered };
}

const note = (text: string) => ({ teamId, data: { note: text } });
const notesOf = (events: readonly DomainEvent[]) => events.map(({ data }) => (data as { note: string }).note);

describe('the outbox and its fan-out', () => {
  let store: TestDatabase;
  let queries: OutboxQueries;
  let clock: ManualClock;
  const running: FanOut[] = [];

  /** One process: its outbox and, if it has consumers, its fan-out. */
  function process(...consumers: RegisteredConsumer[]): { outbox: DatabaseOutbox; fanOut: FanOut } {
    const signal = new FanOutSignal({ enqueue: async () => undefined } as unknown as JobQueue);
    const registry = { all: () => consumers } as unknown as EventConsumers;
    const fanOut = new FanOut(registry, queries, signal, clock);
    running.push(fanOut);
    return { outbox: new DatabaseOutbox(queries, store.database, signal, clock), fanOut };
  }

  function started(...consumers: RegisteredConsumer[]) {
    const made = process(...consumers);
    made.fanOut.onApplicationBootstrap();
    return made;
  }

  async function rows(): Promise<Array<{ name: string; dispatched: boolean; attempts: number; heardBy: string[] }>> {
    return store.database.query(
      `select name, dispatched_at is not null as dispatched, attempts, heard_by as "heardBy" from outbox order by id`,
    );
  }

  const allDispatched = async () => (await rows()).every(({ dispatched }) => dispatched);

  beforeAll(async () => {
    Logger.overrideLogger(false);
    store = await openTestDatabase({ migrations: MIGRATIONS });
    queries = new OutboxQueries(store.database);
  });
  beforeEach(() => {
    clock = new ManualClock();
  });
  afterEach(async () => {
    for (const fanOut of running.splice(0)) await fanOut.onModuleDestroy();
    await store.reset();
  });
  afterAll(() => store.close());

  test('an event is heard as it was written, once its transaction has committed', async () => {
    const listening = consumer('listening');
    const { outbox } = started(listening.registered);
    await store.database.transaction(async () => {
      await outbox.add(brewed, note('Ceylon "OP", 3 min\n– ☕ \\'));
      await store.database.query('select 1');
      expect(listening.heard).toEqual([]);
    });
    await eventually(() => listening.heard.length === 1);
    expect(listening.heard[0]).toEqual({
      id: expect.any(String),
      name: 'tea.brewed',
      teamId,
      occurredAt: clock.now(),
      data: { note: 'Ceylon "OP", 3 min\n– ☕ \\' },
    });
    await eventually(allDispatched);
  });

  test('an event of a transaction that rolls back never was', async () => {
    const { outbox } = process();
    const work = store.database.transaction(async () => {
      await outbox.add(brewed, note('spilt'));
      throw new Error('spilt');
    });
    await expect(work).rejects.toThrow('spilt');
    expect(await rows()).toEqual([]);
  });

  test('many events of one name are one statement, and none is none', async () => {
    const query = jest.spyOn(store.database, 'query');
    const { outbox } = process();
    await outbox.addAll(brewed, [note('a'), note('b'), note('c')]);
    await outbox.addAll(brewed, []);
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    expect(await rows()).toHaveLength(3);
  });

  test('rows that a domain writes by itself are heard when it wakes the fan-out', async () => {
    const listening = consumer('listening');
    const { outbox } = started(listening.registered);
    const row = outboxRow(brewed, note('own statement'), clock.now());
    await store.database.transaction(async () => {
      outbox.wake();
      await store.database.query(
        'insert into outbox (id, team_id, name, data, occurred_at) values ($1, $2, $3, $4, $5)',
        [row.id, row.team_id, row.name, row.data, row.occurred_at],
      );
    });
    await eventually(() => listening.heard.length === 1);
    expect(listening.heard[0]).toMatchObject({ id: row.id, data: { note: 'own statement' } });
  });

  test('a consumer of batches hears many events at once, in order, and only those that it wants', async () => {
    const gathering = batchConsumer('gathering');
    const { outbox } = process();
    await outbox.addAll(brewed, [note('a'), note('b')]);
    await outbox.add(drunk, note('c'));
    started(gathering.registered);
    await eventually(allDispatched);
    expect(gathering.batches).toEqual([['a', 'b']]);
  });

  test('a batch with an event that its consumer cannot bear is told one by one; the others are heard', async () => {
    const choosy = batchConsumer('choosy', (notes) => notes.includes('bitter'));
    const { outbox } = process();
    await outbox.addAll(brewed, [note('a'), note('bitter'), note('c')]);
    started(choosy.registered);
    await eventually(async () => (await rows()).filter(({ dispatched }) => dispatched).length === 2);
    expect(choosy.batches).toEqual([['a'], ['c']]);
    expect((await rows()).filter(({ dispatched }) => !dispatched)).toMatchObject([{ attempts: 1, heardBy: [] }]);
  });

  test('an event that nobody consumes is dispatched', async () => {
    const listening = consumer('listening');
    const { outbox } = started(listening.registered);
    await outbox.add(drunk, note('all gone'));
    await eventually(allDispatched);
    expect(listening.heard).toEqual([]);
  });

  test('what was written before the process started is heard', async () => {
    await process().outbox.add(brewed, note('early'));
    const listening = consumer('listening');
    started(listening.registered);
    await eventually(() => listening.heard.length === 1);
  });

  test('more than a batch is told to the end, in the order it was written', async () => {
    const notes = Array.from({ length: 250 }, (_, index) => String(index));
    await process().outbox.addAll(brewed, notes.map(note));
    const listening = consumer('listening');
    const { fanOut } = process(listening.registered);
    fanOut.onApplicationBootstrap();
    await eventually(() => listening.heard.length === 250);
    expect(notesOf(listening.heard)).toEqual(notes);
    await eventually(allDispatched);
  });

  test('what is written while others are told is told too', async () => {
    const gate = Promise.withResolvers<void>();
    const listening = consumer('listening', () => gate.promise);
    const { outbox } = started(listening.registered);
    await outbox.add(brewed, note('first'));
    await eventually(() => listening.heard.length === 1);
    await outbox.add(brewed, note('second'));
    gate.resolve();
    await eventually(() => listening.heard.length === 2);
  });

  test('a consumer that throws hears the event again after a while, and the others do not', async () => {
    let isBroken = true;
    const failing = consumer('failing', async () => {
      if (isBroken) throw new Error('broken');
    });
    const fine = consumer('fine');
    const { outbox, fanOut } = started(failing.registered, fine.registered);
    await outbox.add(brewed, note('again'));
    await eventually(async () => (await rows())[0]!.heardBy.includes('fine'));
    await fanOut.run();
    expect(failing.heard).toHaveLength(1);

    isBroken = false;
    clock.advance(5 * SECOND_MS);
    await fanOut.run();
    expect(notesOf(failing.heard)).toEqual(['again', 'again']);
    expect(notesOf(fine.heard)).toEqual(['again']);
    expect(await rows()).toEqual([{ name: 'tea.brewed', dispatched: true, attempts: 2, heardBy: ['fine'] }]);
  });

  test('a consumer that throws at one event hears the next', async () => {
    const failing = consumer('failing', async ({ data }) => {
      if ((data as { note: string }).note === 'bad') throw new Error('broken');
    });
    const { outbox, fanOut } = process(failing.registered);
    await outbox.addAll(brewed, [note('bad'), note('good')]);
    fanOut.onApplicationBootstrap();
    await eventually(() => failing.heard.length === 2);
    await fanOut.run();
    expect((await rows()).map(({ dispatched }) => dispatched)).toEqual([false, true]);
  });

  test('processes share the work: each event is heard once', async () => {
    const notes = Array.from({ length: 400 }, (_, index) => String(index));
    await process().outbox.addAll(brewed, notes.map(note));
    const consumers = ['one', 'two', 'three'].map(() => consumer('same name'));
    for (const { registered } of consumers) started(registered);
    await eventually(allDispatched);
    const heard = notesOf(consumers.flatMap((each) => each.heard));
    expect(heard).toHaveLength(400);
    expect(new Set(heard)).toEqual(new Set(notes));
  });

  test('what a process took with it when it died is heard by another', async () => {
    await process().outbox.add(brewed, note('orphan'));
    const leaseUntil = new Date(clock.nowMs() + 60 * SECOND_MS);
    await queries.claim({ now: clock.now(), names: [brewed.name], leaseUntil, limit: 10 });
    const listening = consumer('listening');
    const { fanOut } = started(listening.registered);
    await fanOut.run();
    expect(listening.heard).toEqual([]);
    clock.advance(60 * SECOND_MS);
    await fanOut.run();
    expect(notesOf(listening.heard)).toEqual(['orphan']);
  });

  test('a failing database does not end it', async () => {
    const listening = consumer('listening');
    const { outbox, fanOut } = started(listening.registered);
    const claim = jest.spyOn(queries, 'claim').mockRejectedValueOnce(new Error('away'));
    await fanOut.run();
    claim.mockRestore();
    await outbox.add(brewed, note('after'));
    await eventually(() => listening.heard.length === 1);
  });

  test('an event reaches its consumer by the commit alone, without the sweep', async () => {
    const listening = consumer('listening');
    const sweep = jest.spyOn(globalThis, 'setInterval').mockReturnValue(undefined as never);
    const { outbox } = started(listening.registered);
    sweep.mockRestore();
    for (let count = 1; count <= 20; count += 1) {
      await outbox.add(brewed, note('quick'));
      await eventually(() => listening.heard.length === count);
    }
  });

  test('dispatched rows are deleted after seven days, all others stay', async () => {
    const { outbox, fanOut } = started(consumer('listening').registered);
    await outbox.addAll(
      drunk,
      Array.from({ length: 1_500 }, () => note('old')),
    );
    await fanOut.run();
    clock.advance(6 * DAY_MS);
    await outbox.add(drunk, note('recent'));
    await fanOut.run();
    clock.advance(DAY_MS + 1);
    await fanOut.onModuleDestroy();
    await outbox.add(brewed, note('waiting'));
    await new PruneOutboxHandler(queries, clock).run({}, { attempt: 1, signal: new AbortController().signal });
    expect((await rows()).map(({ name, dispatched }) => [name, dispatched])).toEqual([
      ['tea.drunk', true],
      ['tea.brewed', false],
    ]);
  });
});

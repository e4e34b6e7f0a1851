/**
 * What Notices do on every carrier. A carrier's spec calls it with a way to open carriers as several processes would
 * have them; one that reaches nobody else says so.
 */
import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { eventually } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { defineNotice, type Notice } from './notice';
import type { NoticeCarrier } from './notice-carrier';
import { Notices } from './notices';

export interface CarriersUnderTest {
  open(): NoticeCarrier;
  /** Cuts the connections over which carriers listen. */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

interface Process {
  notices: Notices;
  carrier: NoticeCarrier;
  heard: string[];
  gaps: () => number;
}

export interface NoticesUnderTest {
  name: string;
  /** False when there is nobody else to hear. */
  reachesOthers: boolean;
  makeCarriers(db: TestDatabase): Promise<CarriersUnderTest>;
}

export function describeNotices({ name, reachesOthers, makeCarriers }: NoticesUnderTest): void {
  const nouns = z.object({ id: z.string() });
  const changed = defineNotice(`contract-${name}.changed`, nouns);
  const removed = defineNotice(`contract-${name}.removed`, nouns);

  describe(`notices by ${name}`, () => {
    let db: TestDatabase;
    let carriers: CarriersUnderTest;
    let here: Process;
    let elsewhere: Process;
    const opened: Notices[] = [];

    async function open(): Promise<Process> {
      const carrier = carriers.open();
      const notices = new Notices(carrier, db.database);
      const heard: string[] = [];
      let gaps = 0;
      for (const notice of [changed, removed]) notices.on(notice, ({ id }) => void heard.push(`${notice.name} ${id}`));
      notices.onGap(() => {
        gaps += 1;
      });
      opened.push(notices);
      await notices.start();
      if (reachesOthers) await eventually(() => gaps > 0);
      return { notices, carrier, heard, gaps: () => gaps };
    }

    /** What was sent before the last of a sender has arrived when the last has. */
    async function heardElsewhere(expected: string[]): Promise<void> {
      if (!reachesOthers) return;
      here.notices.publish(removed, { id: 'last' });
      await eventually(() => elsewhere.heard.includes(`${removed.name} last`));
      expect(elsewhere.heard).toEqual([...expected, `${removed.name} last`]);
    }

    beforeAll(async () => {
      Logger.overrideLogger(false);
      db = await openTestDatabase();
      carriers = await makeCarriers(db);
    });
    beforeEach(async () => {
      [here, elsewhere] = [await open(), await open()];
    });
    afterEach(async () => {
      for (const notices of opened.splice(0)) await notices.stop();
    });
    afterAll(async () => {
      await carriers.close();
      await db.close();
    });

    test('are told here at once, and once in every other process', async () => {
      here.notices.publish(changed, { id: 'a' });
      here.notices.publish(removed, { id: 'b' });
      const told = [`${changed.name} a`, `${removed.name} b`];
      expect(here.heard).toEqual(told);
      await heardElsewhere(told);
      expect(here.heard.slice(0, 2)).toEqual(told);
      expect(here.heard.filter((text) => told.includes(text))).toHaveLength(2);
    });

    test('of a transaction are told after its commit', async () => {
      await db.database.transaction(async () => {
        here.notices.publish(changed, { id: 'a' });
        await db.database.query('select 1');
        expect(here.heard).toEqual([]);
      });
      expect(here.heard).toEqual([`${changed.name} a`]);
      await heardElsewhere([`${changed.name} a`]);
    });

    test('of a transaction that rolls back are never told', async () => {
      const work = db.database.transaction(async () => {
        here.notices.publish(changed, { id: 'a' });
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(here.heard).toEqual([]);
      await heardElsewhere([]);
    });

    test('with a payload that does not fit are refused', () => {
      const wrong = { id: 7 } as unknown as { id: string };
      expect(() => here.notices.publish(changed, wrong)).toThrow();
      expect(here.heard).toEqual([]);
    });

    test('reach the next handler when one fails, and none that has left', () => {
      const later: string[] = [];
      here.notices.on(changed, () => {
        throw new Error('clumsy');
      });
      here.notices.on(changed, ({ id }) => void later.push(id));
      const leave = here.notices.on(changed, () => void later.push('left'));
      leave();
      here.notices.publish(changed, { id: 'a' });
      expect(later).toEqual(['a']);
    });

    test('nobody here waits for are dropped', async () => {
      const unheard: Notice<{ id: string }> = { name: `contract-${name}.unheard`, payload: nouns };
      const before = elsewhere.gaps();
      here.notices.publish(unheard, { id: 'a' });
      await heardElsewhere([]);
      expect(elsewhere.gaps()).toBe(before);
    });

    if (!reachesOthers) return;

    test('of another form than is known here count as missed', async () => {
      const before = elsewhere.gaps();
      await here.carrier.send(JSON.stringify({ from: 'a newer one', notice: changed.name, payload: { key: 1 } }));
      await eventually(() => elsewhere.gaps() === before + 1);
      expect(elsewhere.heard).toEqual([]);
    });

    test('may have been missed after an interruption, which is told', async () => {
      const before = elsewhere.gaps();
      await carriers.interrupt();
      await eventually(() => elsewhere.gaps() > before);
      here.notices.publish(changed, { id: 'after' });
      await eventually(() => elsewhere.heard.length === 1);
    });

    test('that could not be sent are told as missed as soon as something can be sent', async () => {
      const before = elsewhere.gaps();
      jest
        .spyOn(here.carrier, 'send')
        .mockRejectedValueOnce(new Error('away'))
        .mockRejectedValueOnce(new Error('away'));
      here.notices.publish(changed, { id: 'lost' });
      expect(here.heard).toEqual([`${changed.name} lost`]);
      await eventually(() => elsewhere.gaps() === before + 1);
      expect(elsewhere.heard).toEqual([]);
    });
  });
}

/** A process that dies before any of its statements, one after the other, while others go on. */
import { Logger } from '@nestjs/common';
import { MINUTE_MS } from '#kernel';
import { ChannelsUnderTest, mortalDatabase, type OpenedChannel } from '#testing/channels';

/** More than a run makes. */
const MAX_STATEMENTS = 60;

describe('a process that dies', () => {
  let parley: ChannelsUnderTest;
  let channel: OpenedChannel;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    parley = await ChannelsUnderTest.open();
  });
  afterAll(() => parley.close());

  const begin = async () => {
    await parley.forgetAll();
    channel = await parley.channel();
    await parley.work();
    await parley.write(channel, { key: '1', text: 'one\ntwo' });
    await parley.write(channel, { key: '2', text: 'three' });
  };
  /** Whether it did before its work was done. */
  const dies = async (statements: number) => {
    const { database, died } = mortalDatabase(parley.chats.db.database, statements);
    const dying = parley.process({ database });
    const end = await Promise.race([died, parley.work(dying)]);
    parley.jobs.lose();
    return end === 'died';
  };
  /** As time does it: leases lapse, the sweep finds what lies about. */
  const recover = async () => {
    for (let rounds = 0; rounds < 3; rounds++) {
      parley.chats.clock.advance(MINUTE_MS);
      await parley.first.upkeep.sweep();
      await parley.work();
    }
  };

  test('at whatever point loses no message, asks none twice, and sends nothing twice that it has not said may be', async () => {
    let [statements, mayHaveComeTwice] = [0, 0];
    for (let isDying = true; isDying; statements++) {
      await begin();
      isDying = await dies(statements);
      await recover();
      const where = `after ${statements} statements`;
      expect([where, await parley.said()]).toEqual([where, ['one\ntwo', 'one\ntwo (0)', 'three', 'three (2)']]);
      const log = await parley.log(channel);
      expect([where, log.map(({ state }) => state)]).toEqual([where, ['sent', 'sent']]);
      const { texts } = parley.transports.of('telegram');
      expect([where, texts.filter((text, index) => text !== texts[index - 1])]).toEqual([
        where,
        ['one', 'two (0)', 'three (2)'],
      ]);
      const doubtful = log.reduce((sum, { doubtfulParts }) => sum + doubtfulParts, 0);
      expect(texts.length - 3).toBeLessThanOrEqual(doubtful);
      expect(doubtful).toBeLessThanOrEqual(1);
      mayHaveComeTwice += doubtful;
    }
    // Before each of three parts is noted.
    expect(mayHaveComeTwice).toBe(3);
    expect(statements).toBeGreaterThan(20);
    expect(statements).toBeLessThan(MAX_STATEMENTS);
  });
});

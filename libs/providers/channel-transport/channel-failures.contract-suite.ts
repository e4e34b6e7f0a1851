import { inspect } from 'node:util';
import type {
  ChannelAccount,
  ChannelTransport,
  Destination,
  InboundRequest,
  PreparedPart,
} from './channel-transport.contract';

/** A platform on this machine, which can be in a bad mood. */
export interface PlatformUnderTest {
  readonly url: string;
  readonly calls: ReadonlyArray<{ path: string }>;
  reset(): void;
  next429(retryAfterS: number): void;
  nextAnswer(answer: { status?: number; headers?: Record<string, string>; body?: unknown }): void;
  fail(status: number): void;
  hang(): void;
  resume(): void;
  revoke(): void;
  /** When no call that was given up is still on its way. */
  settled(): Promise<void>;
}

export interface TransportUnderTest {
  transport: ChannelTransport;
  account: ChannelAccount;
  platform: PlatformUnderTest;
  to: Destination;
  /** That chat wants to hear no more of us; absent when the platform has no chats of its own. */
  leave?: () => unknown;
  maxChars: number;
  /** What was sent, oldest first. */
  sent(): Array<{ id: string | undefined; text: string }>;
  /** A person says something; `key` is the platform's number of it. */
  says(text: string, key: number): InboundRequest;
  /** Proved to be the platform's, whatever it is. */
  signed(body: object): InboundRequest;
  /** The account at an address that its team gave; undefined when all are. */
  ofTeam?: { transport: ChannelTransport; account: ChannelAccount };
}

/** What becomes of a message when the platform does not take it; a part of the contract suite. */
export function describeChannelFailures(open: () => TransportUnderTest): void {
  describe('when a message is not taken', () => {
    let given: TransportUnderTest;

    beforeEach(() => {
      given = open();
      given.platform.reset();
    });
    afterEach(() => given.platform.settled());

    const called = async () => {
      while (given.platform.calls.length === 0) await new Promise(setImmediate);
    };
    const partOf = (): PreparedPart => given.transport.prepare({ ...given.to, markdown: 'Tea is **good**.' })[0]!;
    const send = (part = partOf(), limits = {}) => given.transport.send(given.account, part, limits);
    const failureOf = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'no failure',
        (error: unknown) => error,
      );

    it('holds to the pause that the platform wants, and does not wait for it itself', async () => {
      given.platform.next429(7);
      expect(await failureOf(send())).toMatchObject({
        code: 'channel_transport.rate_limited',
        kind: 'rate_limited',
        retryAfterMs: 7_000,
      });
      expect(given.platform.calls).toHaveLength(1);
      await send();
      expect(given.sent()).toHaveLength(1);
    });

    it('tells credentials that are no good any more', async () => {
      given.platform.revoke();
      expect(await failureOf(send())).toMatchObject({ code: 'channel_transport.revoked', kind: 'forbidden' });
    });

    it('tells a chat that is gone from a bot that is', async () => {
      if (given.leave === undefined) return;
      given.leave();
      expect(await failureOf(send())).toMatchObject({ code: 'channel_transport.chat_gone', kind: 'not_found' });
      expect(given.sent()).toEqual([]);
    });

    it('tells a platform that is down, and calls it once', async () => {
      for (const status of [500, 502, 503]) {
        given.platform.reset();
        given.platform.fail(status);
        expect(await failureOf(send())).toMatchObject({ code: 'channel_transport.unavailable', kind: 'unavailable' });
        expect(given.platform.calls).toHaveLength(1);
      }
    });

    it('follows no redirect', async () => {
      given.platform.nextAnswer({ status: 307, headers: { location: `${given.platform.url}/elsewhere` } });
      expect(await failureOf(send())).toMatchObject({ kind: 'unavailable' });
      expect(given.platform.calls).toHaveLength(1);
    });

    it('reads no flood', async () => {
      given.platform.nextAnswer({ body: { ok: true, pad: 'x'.repeat(2 * 1024 * 1024) } });
      expect(await failureOf(send())).toMatchObject({ kind: 'unavailable' });
    });

    it('gives up on a platform that hangs', async () => {
      given.platform.hang();
      expect(await failureOf(send(partOf(), { timeoutMs: 200 }))).toMatchObject({
        code: 'channel_transport.timed_out',
        kind: 'unavailable',
      });
    });

    it('tells a connection that breaks', async () => {
      given.platform.hang();
      const sending = failureOf(send());
      await called();
      given.platform.resume();
      expect(await sending).toMatchObject({ code: 'channel_transport.unavailable' });
    });

    it('stops when its caller does, and says why', async () => {
      given.platform.hang();
      const reason = new Error('the process ends');
      await expect(send(partOf(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      const typing = given.transport.typing(given.account, given.to, { signal: AbortSignal.abort(reason) });
      await expect(typing).rejects.toBe(reason);
      const leaving = new AbortController();
      const sending = send(partOf(), { signal: leaving.signal });
      await called();
      leaving.abort(reason);
      await expect(sending).rejects.toBe(reason);
    });

    it('keeps secrets out of everything that it throws', async () => {
      const { credentials, webhookSecret } = given.account;
      const secrets = [...Object.values(credentials), webhookSecret].filter((secret) => !/^\d+$|^https?:/.test(secret));
      const echoing = { status: 400, body: `No good: ${secrets.join(' ')}` };
      const failures: unknown[] = [];
      for (const spoil of [
        () => given.platform.nextAnswer(echoing),
        () => given.platform.nextAnswer({ status: 200, body: `<html>${secrets.join(' ')}` }),
        () => given.platform.fail(404),
        () => given.platform.fail(503),
        () => given.platform.next429(1),
        () => given.platform.revoke(),
      ]) {
        given.platform.reset();
        spoil();
        failures.push(await failureOf(send()));
      }
      given.platform.hang();
      failures.push(await failureOf(send(partOf(), { timeoutMs: 50 })));
      const told = inspect(failures, { depth: 12, showHidden: true });
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    });

    it('does not call private addresses that a team gave', async () => {
      if (given.ofTeam === undefined) return;
      const { transport, account } = given.ofTeam;
      expect(await failureOf(transport.send(account, partOf()))).toMatchObject({ code: 'http_client.address_refused' });
      expect(given.platform.calls).toEqual([]);
    });
  });
}

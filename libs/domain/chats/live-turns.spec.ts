import type { Database } from '#infra/database';
import { NoticeCarrier, type NoticeListener, Notices } from '#infra/notices';
import { newId } from '#kernel';
import { eventually, ManualClock } from '#testing';
import { conversationGone, type RepliesWithdrawn, repliesWithdrawn } from './chats.notices';
import { LiveTurn } from './live-turn';
import { LiveTurns } from './live-turns';
import type { TurnQueries } from './turns.queries';

const database = { afterCommit: (effect: () => void) => effect() } as unknown as Database;

class HearingCarrier extends NoticeCarrier {
  gap = () => {};

  async start({ listening }: NoticeListener): Promise<void> {
    this.gap = () => listening();
  }
  async send(): Promise<void> {}
  async stop(): Promise<void> {}
}

function turnOf(messageId: string): LiveTurn {
  const start = {
    botId: newId(),
    conversationId: newId(),
    sessionKey: 'visit',
    userRef: 'user',
    channel: 'api',
    userMessageId: newId(),
    messageId,
    askedAt: new Date(0),
  };
  return new LiveTurn(start, 'key:1');
}

function withdrawalOf(...messageIds: string[]): RepliesWithdrawn {
  const escalation = { id: newId(), reason: 'requested' as const, agentId: newId() };
  return { conversationId: newId(), messageIds, language: 'en', escalation };
}

describe('the replies that a process is making', () => {
  const carrier = new HearingCarrier();
  const notices = new Notices(carrier, database);
  let missed: RepliesWithdrawn[] = [];
  const queries = { withdrawnAmong: async () => missed } as unknown as TurnQueries;
  const live = new LiveTurns(notices, queries, new ManualClock());

  beforeAll(() => notices.start());

  test('are withdrawn when a person takes over, and others are not', () => {
    const [one, other] = [turnOf(newId()), turnOf(newId())];
    for (const turn of [one, other]) live.begin(turn);
    void notices.publish(repliesWithdrawn, withdrawalOf(one.start.messageId));
    expect([one.isWithdrawn, other.isWithdrawn]).toEqual([true, false]);
  });

  test('are broken off when their conversation is deleted, and others are not', async () => {
    const [one, other] = [turnOf(newId()), turnOf(newId())];
    for (const turn of [one, other]) live.begin(turn);
    one.said('half a');
    void notices.publish(conversationGone, { conversationId: one.start.conversationId });
    expect([one.signal.aborted, other.signal.aborted]).toEqual([true, false]);
    const gone = { code: 'chats.conversation_not_found' };
    await expect(one.answered()).rejects.toMatchObject(gone);
    const frames = one.follow(0);
    await expect(frames.next()).rejects.toMatchObject(gone);
  });

  test('are withdrawn also when the person came before their message was known to be stored', () => {
    const turn = turnOf(newId());
    live.expect(turn.start.messageId);
    void notices.publish(repliesWithdrawn, withdrawalOf(turn.start.messageId));
    live.begin(turn);
    expect(turn.isWithdrawn).toBe(true);
  });

  test('are looked up when notices may have been missed', async () => {
    const turn = turnOf(newId());
    live.begin(turn);
    missed = [withdrawalOf(turn.start.messageId)];
    carrier.gap();
    await eventually(() => turn.isWithdrawn);
  });

  test('are told nothing more once they are withdrawn, not even what was said before', async () => {
    const turn = turnOf(newId());
    live.begin(turn);
    turn.found([]);
    turn.said('Half of a ');
    void notices.publish(repliesWithdrawn, withdrawalOf(turn.start.messageId));
    turn.said('reply');
    const frames = await Array.fromAsync(turn.follow());
    expect(frames.map(({ type }) => type)).toEqual(['started', 'withdrawn']);
    expect(await turn.answered()).toMatchObject({
      isNotice: true,
      handling: 'human',
      escalation: { reason: 'requested' },
    });
  });

  test('are forgotten when they are over', () => {
    const turn = turnOf(newId());
    live.begin(turn);
    expect(live.find(turn.start.messageId)).toBe(turn);
    live.forget(turn.start.messageId);
    expect(live.find(turn.start.messageId)).toBeUndefined();
  });
});

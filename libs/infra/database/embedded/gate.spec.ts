import { eventually } from '#testing';
import { type Engine, Gate, type GateOptions } from './gate';
import type { GateConnection } from './gate-connection';
import {
  BACKEND,
  FRONTEND,
  HEADER_BYTES,
  message,
  messagesIn,
  queryMessage,
  startupPacket,
  text,
  textAt,
} from './wire-protocol';

/** Answers each statement with its status: BEGIN opens a transaction, COMMIT and ROLLBACK end it. */
class FakeEngine implements Engine {
  readonly greeting = Buffer.from('hello');
  readonly statements: string[] = [];
  private status = 'I';
  /** Sent along with the answer to the next statement. */
  extra: Buffer = Buffer.alloc(0);

  async execute(messages: Buffer): Promise<Buffer> {
    for (const { type, body } of messagesIn(messages)) {
      if (type === FRONTEND.query) this.run(textAt(messages, body));
      else this.statements.push(String.fromCharCode(type));
    }
    const answer = Buffer.concat([this.extra, message(BACKEND.readyForQuery, Buffer.from(this.status))]);
    this.extra = Buffer.alloc(0);
    return answer;
  }

  private run(sql: string): void {
    this.statements.push(sql);
    if (sql === 'BEGIN') this.status = 'T';
    if (sql === 'COMMIT' || sql === 'ROLLBACK') this.status = 'I';
  }
}

class Client {
  readonly heard: Buffer[] = [];
  ended = false;
  readonly connection: GateConnection;

  constructor(private readonly gate: Gate) {
    this.connection = gate.connect({
      write: (bytes) => void this.heard.push(bytes),
      end: () => {
        this.ended = true;
      },
    });
    this.connection.receive(startupPacket('postgres', 'postgres'));
  }

  query(sql: string): void {
    this.connection.receive(queryMessage(sql));
  }

  leave(): void {
    this.gate.leave(this.connection);
  }
}

function openGate(options: Partial<GateOptions> = {}) {
  const engine = new FakeEngine();
  const broken: unknown[] = [];
  const gate = new Gate(engine, {
    maxIdleTransactionMs: 60_000,
    onIdleTransaction: () => undefined,
    onBroken: (error) => broken.push(error),
    ...options,
  });
  return { engine, gate, broken, connect: () => new Client(gate) };
}

/** Waits until the expectation holds. */
function soon(expectation: () => void): Promise<true> {
  return eventually(() => {
    expectation();
    return true as const;
  });
}

const notification = (channel: string) =>
  message(BACKEND.notification, Buffer.concat([Buffer.alloc(4), text(channel), text('payload')]));

describe('Gate', () => {
  test('keeps the engine for the transaction of one client; the others wait in line', async () => {
    const { engine, connect } = openGate();
    const [first, second, third] = [connect(), connect(), connect()];
    first.query('BEGIN');
    second.query('second');
    third.query('third');
    await soon(() => expect(engine.statements).toEqual(['BEGIN']));
    first.query('in transaction');
    first.query('COMMIT');
    await soon(() => {
      expect(engine.statements).toEqual(['BEGIN', 'in transaction', 'COMMIT', 'second', 'third']);
    });
  });

  test('rolls back what a client leaves open', async () => {
    const { engine, connect } = openGate();
    const [leaver, other] = [connect(), connect()];
    leaver.query('BEGIN');
    other.query('next');
    await soon(() => expect(engine.statements).toEqual(['BEGIN']));
    leaver.leave();
    await soon(() => expect(engine.statements).toEqual(['BEGIN', 'S', 'ROLLBACK', 'next']));
  });

  test('drops what a client had asked when it leaves before its turn', async () => {
    const { engine, connect } = openGate();
    const [owner, leaver, other] = [connect(), connect(), connect()];
    owner.query('BEGIN');
    leaver.query('never');
    other.query('next');
    leaver.leave();
    owner.query('COMMIT');
    await soon(() => expect(engine.statements).toEqual(['BEGIN', 'COMMIT', 'next']));
  });

  test('forgets the prepared statements of a client that leaves', async () => {
    const { engine, connect } = openGate();
    const leaver = connect();
    leaver.connection.receive(message(FRONTEND.parse, Buffer.concat([text('q'), text('SELECT 1'), Buffer.alloc(2)])));
    leaver.connection.receive(message(FRONTEND.sync));
    leaver.leave();
    await soon(() => expect(engine.statements.at(-1)).toBe('DEALLOCATE "c1_q"'));
  });

  test('ends a transaction in which nothing is asked for too long', async () => {
    const idle = jest.fn();
    const { engine, connect } = openGate({ maxIdleTransactionMs: 20, onIdleTransaction: idle });
    const [sleeper, other] = [connect(), connect()];
    sleeper.query('BEGIN');
    other.query('next');
    await soon(() => expect(engine.statements).toEqual(['BEGIN', 'S', 'ROLLBACK', 'next']));
    expect(Buffer.concat(sleeper.heard).toString()).toContain('C25P03');
    expect(sleeper.ended).toBe(true);
    expect(idle).toHaveBeenCalledTimes(1);
  });

  test('brings a notification to those who listen to its channel, and to nobody else', async () => {
    const { engine, connect } = openGate();
    const [sender, listener, former] = [connect(), connect(), connect()];
    listener.query('LISTEN jobs');
    former.query('LISTEN jobs');
    former.query('UNLISTEN jobs');
    await soon(() => expect(engine.statements).toHaveLength(3));
    engine.extra = notification('jobs');
    sender.query('notify');
    await soon(() => expect(listener.heard.at(-1)).toEqual(notification('jobs')));
    const answer = message(BACKEND.readyForQuery, Buffer.from('I'));
    expect(Buffer.concat(sender.heard.slice(1))).toEqual(answer);
    expect(Buffer.concat(former.heard.slice(1))).toEqual(Buffer.concat([answer, answer]));
  });

  test('does not let one client deafen the others', async () => {
    const { engine, connect } = openGate();
    connect().query('UNLISTEN *');
    await soon(() => expect(engine.statements).toEqual(["DO 'BEGIN END'"]));
  });

  test('says when the engine has ended its session', async () => {
    const { engine, connect, broken } = openGate();
    const fields = Buffer.concat([text('SPANIC'), text('MNo space left on device'), Buffer.alloc(1)]);
    engine.extra = message(BACKEND.error, fields);
    connect().query('INSERT');
    await soon(() => expect(broken).toHaveLength(1));
    expect(String(broken[0])).toContain('No space left on device');
  });

  test('turns away a client that does not speak the protocol', () => {
    const { connect } = openGate();
    const client = connect();
    client.connection.receive(Buffer.alloc(HEADER_BYTES));
    expect(client.ended).toBe(true);
  });
});

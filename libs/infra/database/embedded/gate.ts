import { setImmediate as otherEvents } from 'node:timers/promises';
import { readOutput } from './engine-output';
import { type ClientSocket, GateConnection } from './gate-connection';
import { fatalErrorMessage, queryMessage, syncMessage, type TransactionStatus } from './wire-protocol';

/** One PostgreSQL session that runs one unit of messages at a time. */
export interface Engine {
  /** What it says to a client that connects. */
  readonly greeting: Buffer;
  /** Runs whole messages; answers with whole messages. */
  execute(messages: Buffer): Promise<Buffer>;
}

export interface GateOptions {
  /** A transaction in which the client asks nothing for so long is rolled back, because it keeps all others waiting. */
  maxIdleTransactionMs: number;
  /** Hears that a transaction was rolled back for that reason. */
  onIdleTransaction: () => void;
  /** The engine cannot go on; its process must end. */
  onBroken: (error: unknown) => void;
}

/** PostgreSQL's idle_in_transaction_session_timeout. */
const IDLE_IN_TRANSACTION = '25P03';

/**
 * Lets many clients share the one session of the embedded engine. A client owns the engine from its first unit of
 * messages until the engine says that it is idle, so transactions never interleave; the others wait in line.
 */
export class Gate {
  private readonly connections = new Set<GateConnection>();
  /** In the order of their turns. */
  private readonly waiting = new Set<GateConnection>();
  private owner: GateConnection | undefined;
  private idleTimer: NodeJS.Timeout | undefined;
  private pumping = false;
  private lastId = 0;

  constructor(
    private readonly engine: Engine,
    private readonly options: GateOptions,
  ) {}

  connect(socket: ClientSocket): GateConnection {
    this.lastId += 1;
    const connection = new GateConnection(this.lastId, socket, this.engine.greeting, {
      worked: (worker) => this.enqueue(worker),
      left: (leaver) => this.dismiss(leaver),
    });
    this.connections.add(connection);
    return connection;
  }

  /** Call when the client's socket has closed: what it left open is rolled back and forgotten. */
  leave(connection: GateConnection): void {
    if (connection.closed) return;
    connection.closed = true;
    connection.units.length = 0;
    this.connections.delete(connection);
    this.waiting.delete(connection);
    if (this.needsTurn(connection)) this.enqueue(connection);
  }

  closeAll(): void {
    for (const connection of [...this.connections]) this.dismiss(connection);
  }

  private dismiss(connection: GateConnection): void {
    connection.socket.end();
    this.leave(connection);
  }

  private enqueue(connection: GateConnection): void {
    if (connection === this.owner) clearTimeout(this.idleTimer);
    else this.waiting.add(connection);
    void this.pump();
  }

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    try {
      for (let next = this.nextTurn(); next; next = this.nextTurn()) {
        await this.serve(next);
        // The engine blocks this process: without a breath, sockets and the watchdog would starve under load.
        await otherEvents();
      }
    } catch (error) {
      this.options.onBroken(error);
    } finally {
      this.pumping = false;
    }
  }

  private nextTurn(): GateConnection | undefined {
    if (this.owner) return this.needsTurn(this.owner) ? this.owner : undefined;
    const [first] = this.waiting;
    return first;
  }

  private needsTurn(connection: GateConnection): boolean {
    if (!connection.closed) return connection.units.length > 0;
    return connection === this.owner || connection.statements.count > 0;
  }

  private async serve(connection: GateConnection): Promise<void> {
    this.waiting.delete(connection);
    const unit = connection.units.shift();
    if (!unit) return this.cleanUp(connection);
    // Before the turn, so that a client that leaves meanwhile is still rolled back.
    this.owner = connection;
    const status = await this.run(unit, connection);
    if (status === 'I') this.release(connection);
    else if (!this.needsTurn(connection)) this.watchIdle(connection);
  }

  private release(connection: GateConnection): void {
    this.owner = undefined;
    if (this.needsTurn(connection)) this.waiting.add(connection);
  }

  /** Rolls back what a client that left had open, also when it left in the middle of a batch. */
  private async cleanUp(connection: GateConnection): Promise<void> {
    const rollBack = connection === this.owner ? [syncMessage(), queryMessage('ROLLBACK')] : [];
    const forget = connection.statements.takeAll().map((name) => queryMessage(`DEALLOCATE "${name}"`));
    await this.run(Buffer.concat([...rollBack, ...forget]), connection);
    this.owner = undefined;
  }

  private async run(messages: Buffer, connection: GateConnection): Promise<TransactionStatus | undefined> {
    const output = readOutput(await this.engine.execute(messages));
    if (!connection.closed) for (const bytes of output.answer) connection.socket.write(bytes);
    for (const { channel, bytes } of output.notifications) this.notify(channel, bytes);
    if (output.death !== undefined) throw new Error(output.death);
    return output.status;
  }

  private notify(channel: string, bytes: Buffer): void {
    for (const listener of this.connections) if (listener.channels.has(channel)) listener.socket.write(bytes);
  }

  private watchIdle(connection: GateConnection): void {
    clearTimeout(this.idleTimer);
    const seconds = this.options.maxIdleTransactionMs / 1_000;
    this.idleTimer = setTimeout(() => {
      const reason = `The transaction was idle for ${seconds} s and was rolled back.`;
      connection.socket.write(fatalErrorMessage(IDLE_IN_TRANSACTION, reason));
      this.dismiss(connection);
      this.options.onIdleTransaction();
    }, this.options.maxIdleTransactionMs);
    this.idleTimer.unref();
  }
}

import { channelCommand } from './channel-command';
import { MessageSplitter } from './message-splitter';
import { StatementNames } from './statement-names';
import { FRONTEND, HEADER_BYTES, queryMessage, STARTUP, textAt } from './wire-protocol';

/** What the gate needs of a client's socket. */
export interface ClientSocket {
  write(bytes: Buffer): void;
  end(): void;
}

/** Messages after which a client waits for an answer; what it sent up to there is one unit of work. */
const ENDS_UNIT: ReadonlySet<number | undefined> = new Set([
  FRONTEND.query,
  FRONTEND.sync,
  FRONTEND.flush,
  FRONTEND.functionCall,
  FRONTEND.copyDone,
  FRONTEND.copyFail,
]);

/** No command is longer than this, so longer statements need not be decoded to look for one. */
const MAX_CHANNEL_COMMAND_BYTES = 256;

/** The engine goes on listening for the other clients; this statement does nothing in its place. */
const NOTHING = queryMessage("DO 'BEGIN END'");

/** Answers a request for encryption: the socket is local and private, so there is none. */
const NO_ENCRYPTION = Buffer.from('N');

export interface ConnectionEvents {
  /** There is one more unit of work. */
  worked(connection: GateConnection): void;
  /** The client said goodbye or broke the protocol. */
  left(connection: GateConnection): void;
}

/** One client of the gate: what it has asked and what the shared session keeps for it. */
export class GateConnection {
  readonly statements: StatementNames;
  readonly channels = new Set<string>();
  readonly units: Buffer[] = [];
  closed = false;
  private readonly splitter = new MessageSplitter();
  private batch: Buffer[] = [];
  private inSession = false;

  constructor(
    id: number,
    readonly socket: ClientSocket,
    private readonly greeting: Buffer,
    private readonly events: ConnectionEvents,
  ) {
    this.statements = new StatementNames(`c${id}_`);
  }

  receive(bytes: Buffer): void {
    this.splitter.push(bytes);
    try {
      for (let next = this.splitter.next(); next && !this.closed; next = this.splitter.next()) this.accept(next);
    } catch {
      this.events.left(this);
    }
  }

  private accept(bytes: Buffer): void {
    if (!this.inSession) this.greet(bytes);
    else if (bytes[0] === FRONTEND.terminate) this.events.left(this);
    else this.collect(bytes);
  }

  private greet(packet: Buffer): void {
    const code = packet.readInt32BE(4);
    if (code === STARTUP.cancel) {
      this.events.left(this);
    } else if (code === STARTUP.ssl || code === STARTUP.gssEncryption) {
      this.socket.write(NO_ENCRYPTION);
    } else {
      this.inSession = true;
      this.splitter.beginSession();
      this.socket.write(this.greeting);
    }
  }

  private collect(bytes: Buffer): void {
    this.batch.push(this.statements.translate(this.routeChannels(bytes)));
    if (!ENDS_UNIT.has(bytes[0])) return;
    const [only] = this.batch;
    this.units.push(this.batch.length === 1 && only ? only : Buffer.concat(this.batch));
    this.batch = [];
    this.events.worked(this);
  }

  private routeChannels(bytes: Buffer): Buffer {
    if (bytes[0] !== FRONTEND.query || bytes.length > MAX_CHANNEL_COMMAND_BYTES) return bytes;
    const command = channelCommand(textAt(bytes, HEADER_BYTES));
    if (!command) return bytes;
    const { verb, channel } = command;
    if (verb === 'listen' && channel !== undefined) this.channels.add(channel);
    else if (channel !== undefined) this.channels.delete(channel);
    else this.channels.clear();
    return verb === 'listen' ? bytes : NOTHING;
  }
}

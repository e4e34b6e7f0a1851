/**
 * A mail server for tests: as much of SMTP (RFC 5321) as a client needs to hand over a mail, without TLS, on loopback.
 * It refuses what a test tells it to, in the server's own words.
 */
import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

export interface ServedMail {
  from: string;
  recipients: string[];
  /** Headers and body as they came, dots unstuffed, lines ended by CRLF. */
  raw: string;
}

/** The commands of a session that a test can have answered otherwise, e.g. `{ RCPT: '550 No such user' }`. */
export type Answers = Partial<Record<'GREETING' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'END', string>>;

export class TestMailServer {
  readonly mails: ServedMail[] = [];
  /** Connections that were made, closed ones included. */
  connections = 0;
  /** Given instead of the usual answers; an empty text is silence. */
  answers: Answers = {};
  private readonly sockets = new Set<Socket>();
  private readonly server = net.createServer((socket) => this.serve(socket));

  static async start(): Promise<TestMailServer> {
    const mailServer = new TestMailServer();
    mailServer.server.listen(0, '127.0.0.1');
    await once(mailServer.server, 'listening');
    return mailServer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.setEncoding('latin1').on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    const session = new Session((mail) => this.mails.push(mail), this);
    const say = (answer: string) => {
      if (answer !== '') socket.write(`${answer}\r\n`);
      if (answer.startsWith('221')) socket.end();
    };
    say(this.answers.GREETING ?? '220 test.example ESMTP');
    socket.on('data', (bytes: string) => {
      for (const answer of session.hear(bytes)) say(answer);
    });
  }
}

/** One connection: commands in, answers out. */
class Session {
  private text = '';
  private mail: ServedMail | undefined;
  private isData = false;

  constructor(
    private readonly accept: (mail: ServedMail) => void,
    private readonly server: { answers: Answers },
  ) {}

  *hear(bytes: string): Generator<string> {
    this.text += bytes;
    for (;;) {
      const end = this.isData ? '\r\n.\r\n' : '\r\n';
      const at = this.text.indexOf(end);
      if (at < 0) return;
      const block = this.text.slice(0, at);
      this.text = this.text.slice(at + end.length);
      yield this.isData ? this.endOfData(block) : this.answerTo(block);
    }
  }

  private answerTo(line: string): string {
    const { answers } = this.server;
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    switch (line.slice(0, 4).toUpperCase()) {
      case 'EHLO':
      case 'HELO':
        return answers.EHLO ?? '250-test.example\r\n250-AUTH PLAIN\r\n250 8BITMIME';
      case 'AUTH':
        return answers.AUTH ?? '235 Welcome';
      case 'MAIL':
        this.mail = { from: address, recipients: [], raw: '' };
        return answers.MAIL ?? '250 Sender taken';
      case 'RCPT':
        if (answers.RCPT !== undefined) return answers.RCPT;
        this.mail?.recipients.push(address);
        return '250 Recipient taken';
      case 'DATA':
        if (answers.DATA !== undefined) return answers.DATA;
        this.isData = true;
        return '354 Go on';
      case 'QUIT':
        return '221 Goodbye';
      default:
        return '250 As you like';
    }
  }

  private endOfData(block: string): string {
    this.isData = false;
    if (this.server.answers.END !== undefined) return this.server.answers.END;
    const raw = Buffer.from(block.replace(/^\.\./gm, '.'), 'latin1').toString('utf8');
    if (this.mail) this.accept({ ...this.mail, raw });
    return '250 Mail taken';
  }
}

import type { OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { SECOND_MS } from '#kernel';
import { type Mail, Mailer } from '../mail.contract';
import { mailErrors } from '../mail.errors';

export interface SmtpSettings {
  /** `smtp:` (with STARTTLS where the server offers it) or `smtps:`, with user and password if it wants them. */
  smtpUrl: string;
  /** Sender, as in a header: `Parley <parley@example.com>`. */
  from: string;
  timeouts?: SmtpTimeouts;
}

export interface SmtpTimeouts {
  connectMs: number;
  /** From the connection to the server's first words. */
  greetingMs: number;
  /** Without a byte from the server in the middle of a mail. */
  silenceMs: number;
}

/** Far below the 5 minutes that RFC 5321 §4.5.3.2 grants a server: a job waits here, and it may try again. */
const TIMEOUTS: SmtpTimeouts = { connectMs: 10 * SECOND_MS, greetingMs: 10 * SECOND_MS, silenceMs: 30 * SECOND_MS };

/** Connections are kept for the next mail; more at once are seldom welcome. */
const POOL = { pool: true, maxConnections: 3, idleTimeout: 30 * SECOND_MS, maxRequeues: 1 } as const;

/** What nodemailer adds to an error: its own code, and the server's, such as 550. */
interface SmtpFailure extends Error {
  code?: string;
  responseCode?: number;
}

/** Sends mails through an SMTP server (RFC 5321) with nodemailer. */
export class SmtpMailer extends Mailer implements OnModuleDestroy {
  private readonly transport;

  constructor({ smtpUrl, from, timeouts: { connectMs, greetingMs, silenceMs } = TIMEOUTS }: SmtpSettings) {
    super();
    const timeouts = { connectionTimeout: connectMs, greetingTimeout: greetingMs, socketTimeout: silenceMs };
    const closed = { disableFileAccess: true, disableUrlAccess: true };
    this.transport = createTransport({ url: smtpUrl, ...POOL, ...timeouts, ...closed }, { from });
  }

  async send({ to, subject, text, html }: Mail, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    try {
      // As an object it is one address whatever it contains; a text with a comma would be read as two.
      await this.transport.sendMail({ to: { name: '', address: to }, subject, text, html, signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw translated(error as SmtpFailure);
    }
  }

  /** Says goodbye to the server. */
  onModuleDestroy(): void {
    this.transport.close();
  }
}

/**
 * "No" for good concerns the mail only if it was said to the recipient or the content: a refused login, or a bad sequence
 * of commands (503), is for the operator or the next connection to mend.
 */
function translated(error: SmtpFailure) {
  const { code, responseCode = 0 } = error;
  const concernsMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const isForGood = responseCode === 0 || (responseCode >= 500 && responseCode !== 503);
  return concernsMail && isForGood ? mailErrors.rejected({ cause: error }) : mailErrors.unavailable({ cause: error });
}

import { type Mail, Mailer } from './mail.contract';

/** Keeps the mails in memory: for tests. */
export class RecordingMailer extends Mailer {
  readonly sent: Mail[] = [];
  /** Thrown by every `send` while it is set. */
  failure: Error | undefined;

  async send(mail: Mail, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.failure) throw this.failure;
    this.sent.push(mail);
  }
}

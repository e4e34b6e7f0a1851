import { Logger } from '@nestjs/common';
import { type Mail, Mailer } from '../mail.contract';

/**
 * For installations without a mail server: the operator finds the mail in the log, with all that it says, and passes it
 * on. Whoever can read the log can therefore use what stands in the mail; who does not want that sets SMTP_URL.
 */
export class LogMailer extends Mailer {
  private readonly logger = new Logger('Mail');

  async send({ to, subject, text }: Mail, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.logger.warn({ message: 'No mail server is set (SMTP_URL): this mail was not sent.', to, subject, text });
  }
}

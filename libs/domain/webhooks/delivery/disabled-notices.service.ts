import { Injectable, Logger } from '@nestjs/common';
import { TeamPeople } from '#domain/identity';
import { Config } from '#infra/config';
import { AppError } from '#kernel';
import { Mailer } from '#providers/mail';
import { disabledNotice } from './disabled-notice';
import { TargetsQueries } from './targets.queries';

/** Tells teams by mail that a webhook of theirs was switched off, in the worker. */
@Injectable()
export class DisabledNotices {
  private readonly logger = new Logger(DisabledNotices.name);

  constructor(
    private readonly targets: TargetsQueries,
    private readonly people: TeamPeople,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /**
   * Does nothing when the team knows, or has switched the webhook on again. When the mail server goes away half way, some are
   * told twice.
   *
   * @throws `mail.unavailable`
   */
  async send(webhookId: string, signal: AbortSignal): Promise<void> {
    const webhook = await this.targets.findDisabled(webhookId);
    if (!webhook) return;
    for (const email of await this.people.emailsOf(webhook.teamId)) {
      const mail = disabledNotice(webhook, email, this.config.http.publicUrl);
      await this.mailer.send(mail, signal).catch((error: unknown) => this.passRejected(error, webhookId));
    }
    await this.targets.closeNotice(webhookId, webhook.disabledAt);
  }

  /** An address that no mail server takes must not keep the others from being told. */
  private passRejected(error: unknown, webhookId: string): void {
    if (!(error instanceof AppError) || error.code !== 'mail.rejected') throw error;
    this.logger.warn({ message: 'A notice about a webhook was rejected.', webhookId, err: error });
  }
}

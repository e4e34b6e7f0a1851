import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { Clock } from '#kernel';
import { Mailer } from '#providers/mail';
import { UsersQueries } from '../users/users.queries';
import { resetMail } from './reset-mail';
import { ResetRequestsQueries } from './reset-requests.queries';
import { REQUEST_LIFETIME_MS } from './reset-requests.service';
import { ResetTokens } from './reset-tokens';

/** Answers requests for a new password, in the worker: the token is made here, so that it never lies in the queue. */
@Injectable()
export class ResetMails {
  constructor(
    private readonly requests: ResetRequestsQueries,
    private readonly users: UsersQueries,
    private readonly tokens: ResetTokens,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing when the request was answered before, is too old, or nobody active has its address. The mail goes to the
   * address that is stored for the user, which may be spelt otherwise than the one that was asked for.
   *
   * @throws `mail.unavailable`, `mail.rejected`
   */
  async send(requestId: string, signal: AbortSignal): Promise<void> {
    const notBefore = new Date(this.clock.nowMs() - REQUEST_LIFETIME_MS);
    const email = await this.requests.findWaiting(requestId, notBefore);
    if (email === undefined) return;
    const user = (await this.users.findCredentials(email))?.user;
    const token = user && (await this.tokens.create(user.id));
    if (user && token) await this.mailer.send(resetMail(user, token, this.config.http.publicUrl), signal);
    await this.close(requestId);
  }

  /** No more attempts for this request. */
  async close(requestId: string): Promise<void> {
    await this.requests.markHandled(requestId, this.clock.now());
  }
}

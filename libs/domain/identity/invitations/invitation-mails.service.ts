import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { JobQueue } from '#infra/queue';
import { Clock, MINUTE_MS } from '#kernel';
import { Mailer } from '#providers/mail';
import { sendInvitation } from '../jobs/send-invitation.job';
import { hashOfToken, newOpaqueToken } from '../opaque-tokens';
import { invitationMail } from './invitation-mail';
import { InvitationsQueries } from './invitations.queries';

/** The runs of the job, with the waits between them, are over after so long; what waits still has lost its message. */
const RESUME_AFTER_MS = 15 * MINUTE_MS;

/** Tells people that they are invited, in the worker: the token is made here, so that it never lies in the queue. */
@Injectable()
export class InvitationMails {
  constructor(
    private readonly queries: InvitationsQueries,
    private readonly mailer: Mailer,
    private readonly jobs: JobQueue,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Does nothing when the mail was sent, or the invitation is gone or over. @throws `mail.unavailable`, `mail.rejected` */
  async send(invitationId: string, signal: AbortSignal): Promise<void> {
    const invitation = await this.queries.findWaiting(invitationId, this.clock.now());
    if (!invitation) return;
    const token = newOpaqueToken();
    if (!(await this.queries.addToken(invitationId, hashOfToken(token)))) return;
    await this.mailer.send(invitationMail(invitation, token, this.config.http.publicUrl), signal);
    await this.close(invitationId);
  }

  /** No more attempts. */
  async close(invitationId: string): Promise<void> {
    await this.queries.markHandled(invitationId, this.clock.now());
  }

  /** Puts the jobs again that were lost. */
  async resume(): Promise<void> {
    const waiting = await this.queries.waitingSince(new Date(this.clock.nowMs() - RESUME_AFTER_MS), this.clock.now());
    await this.jobs.enqueueAll(
      sendInvitation,
      waiting.map((invitationId) => ({ invitationId })),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Config } from '#infra/config';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { Clock, DAY_MS, isUuid, MINUTE_MS, newId, type Page, type PageRequest, type UserActor } from '#kernel';
import { identityErrors } from '../identity.errors';
import type { CreateInvitation, Invitation } from '../identity.types';
import { sendInvitation } from '../jobs/send-invitation.job';
import { hashOfToken, newOpaqueToken } from '../opaque-tokens';
import { requireDecides } from '../teams/members.service';
import { acceptedNames } from '../users/account-rules';
import { InvitationsQueries } from './invitations.queries';

export const INVITATION_LIFETIME_MS = 7 * DAY_MS;
/** That an invitation was not taken can be seen for so long after it expired. */
const KEPT_AFTER_EXPIRY_MS = 30 * DAY_MS;
/** One mail a minute and address, so that nobody's mailbox can be filled. */
const PAUSE_MS = MINUTE_MS;
/** Of a team at the same time: whoever can register must not send mails to everybody. */
const MAX_INVITATIONS = 100;

export interface MadeInvitation {
  invitation: Invitation;
  /** Only where the operator has chosen so (EXPOSE_RESET_TOKEN), for tests. */
  token?: string;
}

/** Asking people into a team. Who may, the callers see to; only owners invite owners. */
@Injectable()
export class Invitations {
  constructor(
    private readonly queries: InvitationsQueries,
    private readonly jobs: JobQueue,
    private readonly auditLog: AuditLog,
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AppError `input.invalid`, `identity.owners_only`, `identity.email_has_account`, `identity.invitation_exists`,
   * `identity.too_many_invitations`
   */
  async create(actor: UserActor, input: CreateInvitation): Promise<MadeInvitation> {
    const { email = '' } = acceptedNames({ email: input.email });
    requireDecides(actor, input.teamRole);
    return this.database.transaction(async () => {
      await this.queries.lockTeam(actor.teamId);
      if (await this.queries.hasAccount(email)) throw identityErrors.email_has_account();
      if ((await this.queries.count(actor.teamId)) >= MAX_INVITATIONS) throw identityErrors.too_many_invitations();
      const row = this.newRow(actor, email, input);
      if (!(await this.queries.insert(row))) throw identityErrors.invitation_exists();
      const details = { email, role: input.teamRole };
      await this.auditLog.record(actor, { act: 'member.invited', subject: subjectOf(row), details });
      return this.sent(actor, row.id);
    });
  }

  /** Newest first; those that expired a while ago are gone. */
  list({ teamId }: UserActor, request: PageRequest): Promise<Page<Invitation>> {
    return this.queries.list(teamId, request);
  }

  /**
   * Another mail, with a token that is good for seven days again; earlier ones stop working.
   *
   * @throws `identity.invitation_not_found`, `identity.owners_only`, `identity.invitation_pause`
   */
  resend(actor: UserActor, id: string): Promise<MadeInvitation> {
    return this.database.transaction(async () => {
      const invitation = await this.lock(actor, id);
      const now = this.clock.now();
      if (now.getTime() - invitation.mailRequestedAt.getTime() < PAUSE_MS) throw identityErrors.invitation_pause();
      await this.queries.renew(id, now, expiryAfter(now));
      await this.auditLog.record(actor, { act: 'invitation.resent', subject: subjectOf(invitation) });
      return this.sent(actor, id);
    });
  }

  /** @throws `identity.invitation_not_found`, `identity.owners_only` */
  async withdraw(actor: UserActor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const invitation = await this.lock(actor, id);
      await this.queries.delete(id);
      await this.auditLog.record(actor, { act: 'invitation.withdrawn', subject: subjectOf(invitation) });
    });
  }

  async prune(): Promise<void> {
    await this.queries.prune(new Date(this.clock.nowMs() - KEPT_AFTER_EXPIRY_MS));
  }

  private newRow({ teamId, userId }: UserActor, email: string, { teamRole }: CreateInvitation) {
    const createdAt = this.clock.now();
    return { id: newId(), teamId, email, teamRole, invitedBy: userId, createdAt, expiresAt: expiryAfter(createdAt) };
  }

  /** In the open transaction: the mail is on its way when that has committed. */
  private async sent({ teamId }: UserActor, id: string): Promise<MadeInvitation> {
    await this.jobs.enqueue(sendInvitation, { invitationId: id });
    const invitation = await this.queries.lock(teamId, id);
    if (!invitation) throw identityErrors.invitation_not_found();
    if (!this.config.identity.exposeResetToken) return { invitation };
    const token = newOpaqueToken();
    await this.queries.addToken(id, hashOfToken(token));
    return { invitation, token };
  }

  private async lock(actor: UserActor, id: string): Promise<Invitation> {
    const invitation = isUuid(id) ? await this.queries.lock(actor.teamId, id) : undefined;
    if (!invitation) throw identityErrors.invitation_not_found();
    requireDecides(actor, invitation.teamRole);
    return invitation;
  }
}

function expiryAfter(time: Date): Date {
  return new Date(time.getTime() + INVITATION_LIFETIME_MS);
}

function subjectOf({ id, email }: Pick<Invitation, 'id' | 'email'>) {
  return { kind: 'invitation', id, name: email } as const;
}

import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type Page, type PageRequest, type TeamRole } from '#kernel';
import type { Invitation } from '../identity.types';
import { foldName } from '../users/usernames';

export interface NewInvitation {
  id: string;
  teamId: string;
  email: string;
  teamRole: TeamRole;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}

/** An invitation with what its mail and its acceptance need. */
export interface OpenInvitation {
  id: string;
  teamId: string;
  teamName: string;
  email: string;
  teamRole: TeamRole;
  /** Undefined when they are gone. */
  invitedByName: string | null;
}

const INVITATION = `i.id, i.email, i.team_role as "teamRole", i.created_at as "createdAt", i.expires_at as "expiresAt",
  i.mail_requested_at as "mailRequestedAt", i.invited_by as "invitedBy",
  (select u.username from app_user u where u.id = i.invited_by) as "invitedByName"
  from team_invitation i`;

const OPEN = `i.id, i.team_id as "teamId", t.name as "teamName", i.email, i.team_role as "teamRole",
  (select u.username from app_user u where u.id = i.invited_by) as "invitedByName"
  from team_invitation i join team t on t.id = i.team_id and t.deleted_at is null`;

/** Who may join which team. Tokens are known by their hashes alone. */
@Injectable()
export class InvitationsQueries {
  constructor(private readonly database: Database) {}

  /** Whoever invites into a team does so one after the other. By team_pkey. */
  async lockTeam(teamId: string): Promise<void> {
    await this.database.query('select from team where id = $1 for no key update', [teamId]);
  }

  /** False when the address has an invitation that still stands. By team_invitation_team_id_email_key. */
  async insert(invitation: NewInvitation): Promise<boolean> {
    const { id, teamId, email, teamRole, invitedBy, createdAt, expiresAt } = invitation;
    const folded = foldName(email);
    await this.database.execute(
      'delete from team_invitation where team_id = $1 and email_folded = $2 and expires_at <= $3',
      [teamId, folded, createdAt],
    );
    const inserted = await this.database.execute(
      `insert into team_invitation (id, team_id, email, email_folded, team_role, invited_by, created_at, expires_at,
         mail_requested_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7) on conflict (team_id, email_folded) do nothing`,
      [id, teamId, email, folded, teamRole, invitedBy, createdAt, expiresAt],
    );
    return inserted === 1;
  }

  /** By app_user_email_key. */
  async hasAccount(email: string): Promise<boolean> {
    return (await this.database.query('select from app_user where email_folded = $1', [foldName(email)])).length > 0;
  }

  /** Newest first. By team_invitation_team_id_email_key. */
  async list(teamId: string, { page, limit }: PageRequest): Promise<Page<Invitation>> {
    const items = await this.database.query<Invitation>(
      `select ${INVITATION} where i.team_id = $1 order by i.id desc limit $2 offset $3`,
      [teamId, limit, offsetOf({ page, limit })],
    );
    return { items, total: await this.count(teamId), page, limit };
  }

  /** By team_invitation_team_id_email_key. */
  async count(teamId: string): Promise<number> {
    const [counted] = await this.database.query<{ total: number }>(
      'select count(*)::int as total from team_invitation where team_id = $1',
      [teamId],
    );
    return counted?.total ?? 0;
  }

  /** Nobody changes, accepts or withdraws it before the open transaction ends. By team_invitation_pkey. */
  async lock(teamId: string, id: string): Promise<Invitation | undefined> {
    const [invitation] = await this.database.query<Invitation>(
      `select ${INVITATION} where i.id = $2 and i.team_id = $1 for update of i`,
      [teamId, id],
    );
    return invitation;
  }

  /** By team_invitation_pkey. */
  async delete(id: string): Promise<void> {
    await this.database.execute('delete from team_invitation where id = $1', [id]);
  }

  /** Another mail, and the tokens of earlier ones are void. By team_invitation_pkey and the index of tokens. */
  async renew(id: string, at: Date, expiresAt: Date): Promise<void> {
    await this.database.execute('delete from team_invitation_token where invitation_id = $1', [id]);
    await this.database.execute(
      'update team_invitation set mail_requested_at = $2, mail_handled_at = null, expires_at = $3 where id = $1',
      [id, at, expiresAt],
    );
  }

  /** What still waits for its mail. By team_invitation_pkey. */
  async findWaiting(id: string, at: Date): Promise<OpenInvitation | undefined> {
    const [found] = await this.database.query<OpenInvitation>(
      `select ${OPEN} where i.id = $1 and i.mail_handled_at is null and i.expires_at > $2`,
      [id, at],
    );
    return found;
  }

  /** By team_invitation_pkey. */
  async markHandled(id: string, at: Date): Promise<void> {
    await this.database.execute('update team_invitation set mail_handled_at = $2 where id = $1', [id, at]);
  }

  /** Ids of those that stand at that time and whose mail was asked for before. By team_invitation_waiting_idx. */
  async waitingSince(before: Date, at: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select id from team_invitation where mail_handled_at is null and mail_requested_at < $1 and expires_at > $2',
      [before, at],
    );
    return rows.map(({ id }) => id);
  }

  /** False when the invitation is gone. */
  async addToken(invitationId: string, hash: Buffer): Promise<boolean> {
    const inserted = await this.database.execute(
      'insert into team_invitation_token (hash, invitation_id) select $2, id from team_invitation where id = $1',
      [invitationId, hash],
    );
    return inserted === 1;
  }

  /** By team_invitation_token_pkey. */
  async findByToken(hash: Buffer, at: Date): Promise<OpenInvitation | undefined> {
    const [found] = await this.database.query<OpenInvitation>(
      `select ${OPEN} join team_invitation_token k on k.invitation_id = i.id where k.hash = $1 and i.expires_at > $2`,
      [hash, at],
    );
    return found;
  }

  /**
   * Uses the invitation up, with all its tokens; of any number of callers one gets it. The team stays until the open
   * transaction ends. By team_invitation_token_pkey.
   */
  async spend(hash: Buffer, at: Date): Promise<OpenInvitation | undefined> {
    const [found] = await this.database.query<OpenInvitation>(
      `select ${OPEN} join team_invitation_token k on k.invitation_id = i.id where k.hash = $1 and i.expires_at > $2
       for update of i for key share of t`,
      [hash, at],
    );
    if (found) await this.delete(found.id);
    return found;
  }

  /** By team_invitation_expires_at_idx. */
  prune(expiredBefore: Date): Promise<number> {
    return this.database.execute('delete from team_invitation where expires_at < $1', [expiredBefore]);
  }
}

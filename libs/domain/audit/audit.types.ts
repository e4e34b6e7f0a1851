import type { Actor, PageRequest } from '#kernel';

/** What is written down. The codes are on the wire and in stored rows: none is ever renamed. */
export const AUDIT_ACTS = [
  'login.succeeded',
  'login.failed',
  'login.ended',
  'login.stolen',
  'account.changed',
  'password.changed',
  'password.reset',
  'team.created',
  'team.changed',
  'member.invited',
  'invitation.resent',
  'invitation.withdrawn',
  'member.joined',
  'member.role_changed',
  'member.removed',
  'key.created',
  'key.changed',
  'key.rotated',
  'key.revoked',
  'user.changed',
  'user.deleted',
  'bot.created',
  'bot.deleted',
  'model.registered',
  'model.changed',
  'model.deleted',
  'integration.created',
  'integration.changed',
  'integration.deleted',
  'channel.created',
  'channel.changed',
  'channel.deleted',
  'webhook.created',
  'webhook.changed',
  'webhook.deleted',
  'plugin.created',
  'plugin.changed',
  'plugin.deleted',
  'agent_loop.created',
  'agent_loop.changed',
  'agent_loop.deleted',
  'data.exported',
  'data.imported',
  'data.erased',
  'retention.changed',
  'installation.changed',
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

export const AUDIT_SUBJECTS = [
  'user',
  'team',
  'invitation',
  'key',
  'bot',
  'model',
  'integration',
  'channel',
  'webhook',
  'plugin',
  'agent_loop',
  'end_user',
  'export',
  'installation',
] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECTS)[number];

export interface AuditSubject {
  kind: AuditSubjectKind;
  id: string;
  /** As it is called at this time. */
  name?: string | null;
}

/** Flat and small: what changed from what to what. Never a secret, nor words of end users. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface NewAuditEntry {
  act: AuditAct;
  subject: AuditSubject;
  details?: AuditDetails;
  /** Whom it concerned, where that is another team than the actor's. */
  teamId?: string;
}

/** Somebody who did not prove who they are, dealing with something of the team. */
export interface NobodyActor {
  kind: 'nobody';
  teamId: string;
}

export type AuditedActor = Actor | NobodyActor;
export const AUDIT_ACTOR_KINDS = ['user', 'key', 'bot_key', 'widget_key', 'visitor', 'system', 'nobody'] as const;

export interface AuditEntry {
  id: string;
  teamId: string;
  at: Date;
  act: AuditAct;
  actor: { kind: AuditedActor['kind']; id: string | null; name: string | null };
  subject: { kind: AuditSubjectKind; id: string; name: string | null };
  details: AuditDetails;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
}

/** Absent accepts all. */
export interface AuditFilter {
  /** A code, or what several begin with: `key` is all acts on keys. */
  act?: string;
  actorId?: string;
  subjectKind?: AuditSubjectKind;
  subjectId?: string;
  /** The first moment that counts. */
  from?: Date;
  /** The first moment that no longer counts. */
  until?: Date;
}

export interface AuditListRequest extends PageRequest, AuditFilter {}

import { dateOf } from '#infra/http';
import { DAY_MS } from '#kernel';
import type { AuditEntry, AuditListRequest } from '../audit.types';
import type { AuditEntryView, AuditQuery } from './audit-log.dto';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function toListRequest({ subjectType, from, to, ...query }: AuditQuery): AuditListRequest {
  return {
    ...query,
    subjectKind: subjectType,
    from: from === undefined ? undefined : dateOf(from),
    until: to === undefined ? undefined : endOf(to),
  };
}

/** Of a day, or the moment itself. */
function endOf(text: string): Date {
  const date = dateOf(text);
  return DAY.test(text) ? new Date(date.getTime() + DAY_MS) : date;
}

export function toAuditEntryView({ actor, subject, at, address, ...entry }: AuditEntry): AuditEntryView {
  return {
    ...entry,
    at: at.toISOString(),
    actor: { type: actor.kind, id: actor.id, name: actor.name },
    subject: { type: subject.kind, id: subject.id, name: subject.name },
    ipAddress: address,
  };
}

import { DateField, EnumField, IdField, NestedField, ObjectField, PageQuery, TextField } from '#infra/http';
import {
  AUDIT_ACTOR_KINDS,
  AUDIT_ACTS,
  AUDIT_SUBJECTS,
  type AuditDetails,
  type AuditSubjectKind,
} from '../audit.types';

const ACTS = AUDIT_ACTS.join(', ');
const MAX_ID_CHARACTERS = 200;

export class AuditQuery extends PageQuery {
  @TextField(`Only this act, or with its first part (\`key\`) all that begin with it: ${ACTS}.`, {
    optional: true,
    maxLength: 64,
    example: 'key.created',
  })
  act?: string;

  @TextField('Only what this user or key did.', { optional: true, maxLength: MAX_ID_CHARACTERS })
  actorId?: string;

  @EnumField('Only what was done with this kind of thing.', AUDIT_SUBJECTS, {
    optional: true,
    name: 'AuditSubjectType',
  })
  subjectType?: AuditSubjectKind;

  @TextField('Only what was done with the thing of this id.', { optional: true, maxLength: MAX_ID_CHARACTERS })
  subjectId?: string;

  @DateField('The first day or moment that counts.', { optional: true, takes: 'day or moment' })
  from?: string;

  @DateField('The last day that counts, or the first moment that no longer does.', {
    optional: true,
    takes: 'day or moment',
  })
  to?: string;
}

export class AuditActor {
  @EnumField('`nobody` did not prove who they are; `system` is Parley itself.', AUDIT_ACTOR_KINDS, {
    name: 'AuditActorType',
  })
  type: string;

  @IdField('Of the user or key.', { nullable: true })
  id: string | null;

  @TextField('What the user or key was called then.', { nullable: true, example: 'jane_doe' })
  name: string | null;
}

export class AuditSubject {
  @EnumField('Kind of thing.', AUDIT_SUBJECTS, { name: 'AuditSubjectType' })
  type: string;

  @TextField('Its id.', { example: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b' })
  id: string;

  @TextField('What it was called then.', { nullable: true, example: 'Production Server' })
  name: string | null;
}

export class AuditEntryView {
  @IdField('Id of the entry.')
  id: string;

  @DateField('When it was done.')
  at: string;

  @EnumField('What was done.', AUDIT_ACTS, { name: 'AuditAct' })
  act: string;

  @IdField('The team that it concerned.')
  teamId: string;

  @NestedField('Who did it.', () => AuditActor)
  actor: AuditActor;

  @NestedField('With what it was done.', () => AuditSubject)
  subject: AuditSubject;

  @ObjectField('What else is known of it, by name.', { example: { scopes: ['chat:write'] } })
  details: AuditDetails;

  @TextField('IP address of the request; null for what a job did.', { nullable: true, example: '203.0.113.7' })
  ipAddress: string | null;

  @TextField('What the program that asked calls itself.', { nullable: true, example: 'curl/8.5.0' })
  userAgent: string | null;

  @TextField('Id of the request (`X-Request-Id`).', { nullable: true, example: 'req_0193a1b2c3d4' })
  requestId: string | null;
}

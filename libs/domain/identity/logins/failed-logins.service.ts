import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import type { User } from '../identity.types';

export type LoginFailure = 'wrong password' | 'disabled';

/** Writes failed logins down beside the answer: one that took longer for a name that exists would tell so. */
@Injectable()
export class FailedLogins implements OnModuleDestroy {
  private readonly logger = new Logger(FailedLogins.name);
  private readonly writing = new Set<Promise<void>>();

  constructor(private readonly auditLog: AuditLog) {}

  note(user: User, reason: LoginFailure): void {
    const write = this.write(user, reason).finally(() => this.writing.delete(write));
    this.writing.add(write);
  }

  /** Resolves when all that was noted has been written. */
  async written(): Promise<void> {
    await Promise.all(this.writing);
  }

  /** The database is closed after this. */
  onModuleDestroy(): Promise<void> {
    return this.written();
  }

  private async write({ id, username, teamId }: User, reason: LoginFailure): Promise<void> {
    const subject = { kind: 'user', id, name: username } as const;
    try {
      await this.auditLog.record({ kind: 'nobody', teamId }, { act: 'login.failed', subject, details: { reason } });
    } catch (error) {
      this.logger.warn({ message: 'A failed login could not be written down.', userId: id, err: error });
    }
  }
}

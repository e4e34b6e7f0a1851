import { Injectable } from '@nestjs/common';
import { type AuditAct, AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { nextTime } from '#infra/schedules';
import { type Actor, Clock, isUuid, newId, type Page } from '#kernel';
import { agentErrors } from '../agents.errors';
import { executionChanged } from '../agents.notices';
import { ExecutionsQueries } from '../executions/executions.queries';

import { LoopChecks } from './loop-checks';
import { definedLoop, EMPTY_LOOP, type LoopDefinition } from './loop-input';
import { LoopSecrets, NO_HEADER_SECRETS } from './loop-secrets';
import { type LoopRow, LoopsQueries } from './loops.queries';
import {
  type AgentLoop,
  type AgentLoopInput,
  type AgentLoopListRequest,
  type CreatedAgentLoop,
  LOOP_LIMITS,
} from './loops.types';

/** The stored workflows of teams. `AgentExecutions` runs them. */
@Injectable()
export class AgentLoops {
  constructor(
    private readonly queries: LoopsQueries,
    private readonly executions: ExecutionsQueries,
    private readonly checks: LoopChecks,
    private readonly secrets: LoopSecrets,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** Newest first. */
  async list({ teamId }: Actor, request: AgentLoopListRequest): Promise<Page<AgentLoop>> {
    const { page, limit } = request;
    const items = (await this.queries.list(teamId, request)).map(toLoop);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(teamId, request), page, limit };
  }

  /** @throws AppError `input.invalid`, `agents.too_many_loops` */
  async create(actor: Actor, input: AgentLoopInput): Promise<CreatedAgentLoop> {
    const { teamId } = actor;
    const { definition, secrets } = definedLoop(EMPTY_LOOP, NO_HEADER_SECRETS, input);
    await this.checks.pass(actor, definition);
    const id = newId();
    const now = this.clock.now();
    const callbackSecret = this.secrets.generateSigning();
    const row: LoopRow = {
      ...definition,
      id,
      teamId,
      nextRunAt: nextRunOf(definition, now),
      callbackSecret: this.secrets.sealSigning(id, callbackSecret),
      headerSecrets: this.secrets.sealHeaders(id, secrets),
      createdAt: now,
      updatedAt: now,
    };
    await this.database.transaction(async () => {
      await this.queries.lockTeam(teamId);
      if ((await this.queries.countOfTeam(teamId)) >= LOOP_LIMITS.loops) throw agentErrors.too_many_loops();
      await this.checks.hold(actor, definition);
      await this.queries.insert(row);
      await this.note(actor, 'agent_loop.created', row);
    });
    return { loop: toLoop(row), callbackSecret };
  }

  /** @throws `agents.loop_not_found` */
  async get({ teamId }: Actor, id: string): Promise<AgentLoop> {
    return toLoop(required(isUuid(id) ? await this.queries.find(teamId, id) : undefined));
  }

  /** Absent leaves a field as it is, null clears it. @throws AppError `agents.loop_not_found`, `input.invalid` */
  async update(actor: Actor, id: string, patch: AgentLoopInput): Promise<AgentLoop> {
    const before = required(isUuid(id) ? await this.queries.find(actor.teamId, id) : undefined);
    await this.checks.pass(actor, this.changed(before, patch).definition);
    return this.database.transaction(async () => {
      const row = required(await this.queries.lock(actor.teamId, id));
      const { definition, secrets } = this.changed(row, patch);
      await this.checks.hold(actor, definition);
      const now = this.clock.now();
      const isTimeChanged = ['cron', 'timeZone', 'status'].some((name) => {
        const field = name as 'cron' | 'timeZone' | 'status';
        return definition[field] !== row[field];
      });
      const next: LoopRow = {
        ...row,
        ...definition,
        nextRunAt: isTimeChanged ? nextRunOf(definition, now) : row.nextRunAt,
        headerSecrets: this.secrets.sealHeaders(id, secrets),
        updatedAt: now,
      };
      await this.queries.update(next);
      await this.note(actor, 'agent_loop.changed', next);
      return toLoop(next);
    });
  }

  /** Its executions go with it; whoever runs one stops. @throws `agents.loop_not_found` */
  async delete(actor: Actor, id: string): Promise<void> {
    const { teamId } = actor;
    await this.database.transaction(async () => {
      const row = required(isUuid(id) ? await this.queries.lock(teamId, id) : undefined);
      for (const executionId of await this.executions.underWay(teamId, row.id)) {
        this.notices.publish(executionChanged, { executionId, isOver: true });
      }
      await this.queries.delete(row.id);
      await this.note(actor, 'agent_loop.deleted', row);
    });
  }

  private async note(actor: Actor, act: AuditAct, { id, name }: LoopRow): Promise<void> {
    await this.auditLog.record(actor, { act, subject: { kind: 'agent_loop', id, name } });
  }

  private changed(row: LoopRow, patch: AgentLoopInput) {
    return definedLoop(row, this.secrets.openHeaders(row.id, row.headerSecrets), patch);
  }
}

export function toLoop(row: LoopRow): AgentLoop {
  const { cron, timeZone, nextRunAt, callbackSecret: _, headerSecrets: __, ...loop } = row;
  return { ...loop, schedule: cron === null || timeZone === null ? null : { cron, timeZone, nextRunAt } };
}

function required(row: LoopRow | undefined): LoopRow {
  if (!row) throw agentErrors.loop_not_found();
  return row;
}

function nextRunOf({ cron, timeZone, status }: LoopDefinition, now: Date): Date | null {
  return cron === null || timeZone === null || status !== 'active' ? null : nextTime(cron, timeZone, now);
}

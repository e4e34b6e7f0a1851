import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, Clock, DAY_MS, invalidInput, isUuid, newId, requireScope } from '#kernel';
import { windowAt } from './budget-periods';
import { budgetErrors } from './budgets.errors';
import { budgetsChanged } from './budgets.notices';
import { BudgetsQueries } from './budgets.queries';
import type {
  Budget,
  BudgetInput,
  BudgetPeriod,
  BudgetStanding,
  BudgetSubject,
  Usage,
  UsageRequest,
} from './budgets.types';

/** Each one that bounds a request is a counter more in its statement. */
const MAX_BUDGETS = 200;
const DELETED_AT_ONCE = 5_000;

/** How long windows that are over can be asked about. */
const KEPT_MS: Readonly<Record<BudgetPeriod, number>> = {
  minute: 2 * DAY_MS,
  hour: 7 * DAY_MS,
  day: 62 * DAY_MS,
  month: 400 * DAY_MS,
};

/** The budgets of a team, for the people who set them. */
@Injectable()
export class Budgets {
  constructor(
    private readonly queries: BudgetsQueries,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<BudgetStanding[]> {
    requireScope(actor, 'admin');
    const budgets = await this.queries.list(actor.teamId);
    return Promise.all(budgets.map((budget) => this.standingOf(budget)));
  }

  /**
   * In place of the budget of the same subject, measure and period. It counts from the next request on, in all processes, and
   * what was used of the one before it stays used.
   *
   * @throws `budgets.key_not_found`, `budgets.bot_not_found`, `budgets.too_many`, `input.invalid`
   */
  async put(actor: Actor, given: BudgetInput): Promise<{ budget: BudgetStanding; isNew: boolean }> {
    requireScope(actor, 'admin');
    const { teamId } = actor;
    const input = asStored(given);
    await this.requireSubject(teamId, input);
    const { isNew, ...budget } = await this.database.transaction(async () => {
      await this.queries.lockTeam(teamId);
      const written = await this.queries.put(newId(), teamId, input, this.clock.now());
      if (written.isNew && (await this.queries.count(teamId)) > MAX_BUDGETS) throw budgetErrors.too_many();
      return written;
    });
    await this.notices.publish(budgetsChanged, { teamId });
    return { budget: await this.standingOf(budget), isNew };
  }

  /** @throws `budgets.not_found` */
  async delete(actor: Actor, id: string): Promise<void> {
    requireScope(actor, 'admin');
    const { teamId } = actor;
    if (!isUuid(id) || !(await this.queries.delete(teamId, id))) throw budgetErrors.not_found();
    await this.notices.publish(budgetsChanged, { teamId });
  }

  /** What was counted: of subjects that some budget of this measure and period bounds. */
  async usage(actor: Actor, { subject, measure, period, at, limit }: UsageRequest): Promise<Usage> {
    requireScope(actor, 'admin');
    const { teamId } = actor;
    const { startsAt, endsAt } = windowAt(period, at);
    const [rows, budgets] = await Promise.all([
      this.queries.mostUsed(teamId, { subject, measure, period, startsAt }, limit),
      this.queries.list(teamId),
    ]);
    const ofKind = budgets.filter((one) => one.subject === subject && one.measure === measure && one.period === period);
    const allowanceOf = (id: string | null) =>
      (ofKind.find(({ subjectId }) => subjectId === id) ?? ofKind.find(({ subjectId }) => subjectId === null))
        ?.allowance;
    const subjects = rows.map(({ subjectId, used }) => {
      const id = subjectId === '' ? null : subjectId;
      return { subjectId: id, used, allowance: allowanceOf(id) ?? null };
    });
    return { from: startsAt, to: endsAt, subjects };
  }

  /** Removes what nobody can ask about any more, and budgets of keys that are gone. */
  async prune(signal?: AbortSignal): Promise<void> {
    const nowMs = this.clock.nowMs();
    for (const [period, keptMs] of Object.entries(KEPT_MS)) {
      const before = new Date(nowMs - keptMs);
      await all(() => this.queries.deleteUse(period as BudgetPeriod, before, DELETED_AT_ONCE), signal);
    }
    await all(() => this.queries.deleteNotices(new Date(nowMs), DELETED_AT_ONCE), signal);
    for (const teamId of new Set(await this.queries.deleteOfLostKeys())) {
      await this.notices.publish(budgetsChanged, { teamId });
    }
  }

  private async requireSubject(teamId: string, { subject, subjectId }: BudgetInput): Promise<void> {
    if (subjectId === null) return;
    if (subject === 'team') throw teamHasNoId();
    if (subject === 'end_user') return;
    const isKnown: Record<Exclude<BudgetSubject, 'team' | 'end_user'>, () => Promise<boolean>> = {
      key: () => this.queries.hasKey(teamId, subjectId),
      bot: () => this.queries.hasBot(teamId, subjectId),
    };
    if (isUuid(subjectId) && (await isKnown[subject]())) return;
    throw subject === 'key' ? budgetErrors.key_not_found() : budgetErrors.bot_not_found();
  }

  private async standingOf(budget: Budget): Promise<BudgetStanding> {
    const { teamId, subject, subjectId, measure, period } = budget;
    const { startsAt, endsAt } = windowAt(period, this.clock.now());
    const kind = { subject, measure, period, startsAt };
    if (subject === 'team' || subjectId !== null) {
      const used = await this.queries.used(teamId, kind, subjectId ?? '');
      return { ...budget, used, usedBy: used === 0 ? null : subjectId, resetsAt: endsAt };
    }
    const [most] = await this.queries.mostUsed(teamId, kind, 1);
    return { ...budget, used: most?.used ?? 0, usedBy: most?.subjectId ?? null, resetsAt: endsAt };
  }
}

/** UUIDs as they are compared. */
function asStored(input: BudgetInput): BudgetInput {
  const isUuidOf = input.subject === 'key' || input.subject === 'bot';
  return isUuidOf && input.subjectId !== null ? { ...input, subjectId: input.subjectId.toLowerCase() } : input;
}

function teamHasNoId() {
  return invalidInput([{ field: 'subjectId', message: 'subjectId must be absent where the subject is the team.' }]);
}

async function all(deleteSome: () => Promise<number>, signal: AbortSignal | undefined): Promise<void> {
  let deleted: number;
  do deleted = await deleteSome();
  while (deleted === DELETED_AT_ONCE && !signal?.aborted);
}

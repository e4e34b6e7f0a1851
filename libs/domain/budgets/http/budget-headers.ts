import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AnswerHeader, addAnswerHeaders, type SpendingGate, type SpendingRefusal } from '#infra/http';
import { type Actor, SECOND_MS } from '#kernel';
import { BudgetMeter } from '../metering/budget-meter.service';
import type { TightestBudget } from '../metering/refusals';
import { spenderOf } from '../spender-of';

/** What callers are told of their budgets in headers, and that there is nothing left before their request is read. */
@Injectable()
export class BudgetHeaders implements SpendingGate, OnModuleInit {
  constructor(private readonly meter: BudgetMeter) {}

  onModuleInit(): void {
    this.meter.onTightest((tightest) => addAnswerHeaders(headersOf(tightest)));
  }

  async refusal(actor: Actor): Promise<SpendingRefusal | undefined> {
    const refusal = await this.meter.knownRefusal(spenderOf(actor));
    return refusal && { error: refusal.error, headers: headersOf(refusal) };
  }
}

export function headersOf({ counter, used }: TightestBudget): AnswerHeader {
  const { subject, measure, period, allowance, endsAt } = counter;
  return {
    'x-budget-name': `${subject.replace('_', '-')}-${measure}-per-${period}`,
    'x-budget-limit': allowance,
    'x-budget-remaining': Math.max(0, allowance - used),
    'x-budget-reset': Math.ceil(endsAt.getTime() / SECOND_MS),
  };
}

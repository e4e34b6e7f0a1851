import { DateField, EnumField, IdField, IntegerField, NestedListField, TextField } from '#infra/http';
import {
  BUDGET_MEASURES,
  BUDGET_PERIODS,
  BUDGET_SUBJECTS,
  type BudgetMeasure,
  type BudgetPeriod,
  type BudgetSubject,
  MAX_ALLOWANCE,
} from '../budgets.types';

const SUBJECT = 'Whose use is bounded.';
const MEASURE =
  'What is counted: requests (messages to chatbots, completions, embeddings), or tokens that models read and write.';
const PERIOD = 'Period of the calendar in UTC after which it begins anew.';
const LIMIT = 'How much may be used in a period; 0 allows nothing.';

const ENUM = {
  subject: { name: 'BudgetSubject' },
  measure: { name: 'BudgetMeasure' },
  period: { name: 'BudgetPeriod' },
};

export class PutBudget {
  @EnumField(SUBJECT, BUDGET_SUBJECTS, { ...ENUM.subject, example: 'end_user' })
  subject: BudgetSubject;

  @TextField(
    'Which key (its id), chatbot (its id) or end user (as your requests call them). Absent or null: of each that has no such budget of its own. Must be absent for the team.',
    { optional: true, nullable: true, minLength: 1, maxLength: 300, example: 'customer-42' },
  )
  subjectId?: string | null;

  @EnumField(MEASURE, BUDGET_MEASURES, { ...ENUM.measure, example: 'requests' })
  measure: BudgetMeasure;

  @EnumField(PERIOD, BUDGET_PERIODS, { ...ENUM.period, example: 'day' })
  period: BudgetPeriod;

  @IntegerField(LIMIT, { min: 0, max: MAX_ALLOWANCE, example: 100 })
  limit: number;
}

export class TeamBudget {
  @IdField('Its id; it stays when the limit is changed.')
  id: string;

  @EnumField(SUBJECT, BUDGET_SUBJECTS, ENUM.subject)
  subject: BudgetSubject;

  @TextField('Which key, chatbot or end user; null: the team, or each that has no such budget of its own.', {
    nullable: true,
    example: 'customer-42',
  })
  subjectId: string | null;

  @EnumField(MEASURE, BUDGET_MEASURES, ENUM.measure)
  measure: BudgetMeasure;

  @EnumField(PERIOD, BUDGET_PERIODS, ENUM.period)
  period: BudgetPeriod;

  @IntegerField(LIMIT, { min: 0, example: 100 })
  limit: number;

  @IntegerField('Used in this period; where it is the budget of many, by the one that has used most.', {
    min: 0,
    example: 12,
  })
  used: number;

  @TextField('Which key, chatbot or end user has used it; null when nobody has, and of the team.', {
    nullable: true,
    example: 'customer-42',
  })
  usedBy: string | null;

  @IntegerField('What is left in this period.', { min: 0, example: 88 })
  remaining: number;

  @DateField('When the next period begins.')
  resetsAt: string;

  @DateField('When it was set first.')
  createdAt: string;

  @DateField('When it was set last.')
  updatedAt: string;
}

export class UsageQuery {
  @EnumField('Whose use is asked for.', BUDGET_SUBJECTS, { ...ENUM.subject, optional: true, default: 'team' })
  subject: BudgetSubject = 'team';

  @EnumField(MEASURE, BUDGET_MEASURES, { ...ENUM.measure, optional: true, default: 'requests' })
  measure: BudgetMeasure = 'requests';

  @EnumField(PERIOD, BUDGET_PERIODS, { ...ENUM.period, optional: true, default: 'day' })
  period: BudgetPeriod = 'day';

  @DateField('Any moment of the period that is asked for; now unless given.', { optional: true })
  at?: string;

  @IntegerField('How many subjects are told, those that have used most first.', {
    optional: true,
    min: 1,
    max: 1_000,
    default: 20,
  })
  limit: number = 20;
}

class UsedBySubject {
  @TextField('The key, chatbot or end user; null: the team.', { nullable: true, example: 'customer-42' })
  subjectId: string | null;

  @IntegerField('Used in the period.', { min: 0, example: 12 })
  used: number;

  @IntegerField('How much may be used; null when no budget bounds it now.', { nullable: true, min: 0, example: 100 })
  limit: number | null;
}

export class BudgetUsage {
  @EnumField('Whose use it is.', BUDGET_SUBJECTS, ENUM.subject)
  subject: BudgetSubject;

  @EnumField(MEASURE, BUDGET_MEASURES, ENUM.measure)
  measure: BudgetMeasure;

  @EnumField(PERIOD, BUDGET_PERIODS, ENUM.period)
  period: BudgetPeriod;

  @DateField('When the period begins.')
  from: string;

  @DateField('When it ends, exclusive.')
  to: string;

  @NestedListField('Who has used most comes first.', () => UsedBySubject)
  subjects: UsedBySubject[];
}

import { EXECUTION_STATUSES, type ExecutionStatus, STEP_KINDS, STEP_STATES } from '#domain/agents';
import {
  AnyField,
  DateField,
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  TextField,
} from '#infra/http';
import { ListQuery } from './manager.paging';

export class RunAgentLoop {
  @TextField('What it is to do this time, instead of its own message.', {
    optional: true,
    nullable: true,
    minLength: 1,
    maxLength: 32_000,
  })
  user_message?: string | null;

  @ObjectField('What is filled in for `{{names}}` in the message.', { optional: true, nullable: true })
  variables?: Record<string, unknown> | null;
}

export class ExecutionQuery extends ListQuery {
  @EnumField('Only these.', EXECUTION_STATUSES, { optional: true })
  status?: ExecutionStatus;
}

export class ExecutionResult {
  @TextField('What the agent said last; null when it said nothing.', { nullable: true })
  output: string | null;

  @IntegerField('Calls of the model.', { min: 0 })
  iterations_used: number;

  @IntegerField('Calls of tools.', { min: 0 })
  tool_calls: number;
}

export class ExecutionServerState {
  @TextField('Name of the tool server or plugin.')
  name: string;

  @EnumField('Whether its tools could be used.', ['connected', 'unavailable'])
  status: 'connected' | 'unavailable';

  @TextField('Why it could not be used; null when it could.', { nullable: true })
  message: string | null;
}

export class ExecutionMetadata {
  @EnumField('What began it.', ['api', 'schedule'])
  trigger: 'api' | 'schedule';

  @DateField('When it was begun.', { nullable: true })
  started_at: string | null;

  @DateField('When it ended.', { nullable: true })
  completed_at: string | null;

  @NumberField('How long that took; null until it ends.', { nullable: true, min: 0 })
  duration_seconds: number | null;

  @TextField('Who spoke; null until it is known.', { nullable: true })
  model: string | null;

  @IntegerField('Tokens read and written by the model.', { min: 0 })
  tokens_used: number;

  @NestedListField('How it stood with its tool servers.', () => ExecutionServerState)
  servers: ExecutionServerState[];
}

export class Execution {
  @TextField('The execution.', { example: 'exec_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('The agent loop.', { example: 'loop_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  agent_loop_id: string;

  @EnumField('How it stands.', EXECUTION_STATUSES)
  status: ExecutionStatus;

  @NestedField('What has come of it so far; null while it is queued.', () => ExecutionResult, { nullable: true })
  result: ExecutionResult | null;

  @NestedField('Figures.', () => ExecutionMetadata)
  metadata: ExecutionMetadata;

  @TextField('Why it did not complete; null unless it ended so.', { nullable: true })
  error: string | null;

  @DateField('When it was begun.', { nullable: true })
  started_at: string | null;

  @DateField('When it ended.', { nullable: true })
  completed_at: string | null;

  @DateField('When it was asked for.')
  created_at: string;
}

export class ExecutionStep {
  @IntegerField('Its place, from 1.', { min: 1 })
  position: number;

  @EnumField('What was called.', STEP_KINDS)
  type: (typeof STEP_KINDS)[number];

  @EnumField('How it went; `unknown`: this server ended in the middle of it.', STEP_STATES)
  state: (typeof STEP_STATES)[number];

  @TextField('Of the model or the tool.')
  name: string;

  @AnyField('Arguments of a tool; of the model how many messages it read.')
  input: unknown;

  @AnyField('What it said.')
  output: unknown;

  @TextField('What went wrong.', { nullable: true })
  error: string | null;

  @DateField('When it was begun.')
  started_at: string;

  @DateField('When it ended.', { nullable: true })
  completed_at: string | null;
}

export class ExecutionWithSteps extends Execution {
  @NestedListField('Every call of the model and of tools, in the order in which they were begun.', () => ExecutionStep)
  steps: ExecutionStep[];
}

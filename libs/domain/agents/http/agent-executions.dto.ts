import {
  AnyField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  ObjectField,
  PageQuery,
  TextField,
} from '#infra/http';
import {
  CALLBACK_STATES,
  type CallbackState,
  EXECUTION_STATUSES,
  EXECUTION_TRIGGERS,
  type ExecutionStatus,
  type ExecutionTrigger,
  SERVER_STATUSES,
  STEP_KINDS,
  STEP_STATES,
  type StepKind,
  type StepState,
} from '../executions/executions.types';
import { LOOP_LIMITS } from '../loops/loops.types';

export class RunAgentLoop {
  @TextField('Instead of the loop’s own.', { optional: true, nullable: true, maxLength: LOOP_LIMITS.userMessageLength })
  userMessage?: string | null;

  @ObjectField(
    'For `{{names}}` in the message. What is no text is told as JSON; places without a value stay as they are.',
    {
      optional: true,
      nullable: true,
      example: { day: 'Monday' },
    },
  )
  variables?: Record<string, unknown> | null;
}

export class AgentExecutionQuery extends PageQuery {
  @EnumField('Only executions of this status.', EXECUTION_STATUSES, { optional: true })
  status?: ExecutionStatus;
}

export class AgentServerDto {
  @TextField('Of the server or plugin.')
  name: string;

  @EnumField('Whether its tools were there.', SERVER_STATUSES)
  status: (typeof SERVER_STATUSES)[number];

  @TextField('Why they were not.', { nullable: true })
  message: string | null;
}

export class AgentUsageDto {
  @IntegerField('Tokens that the model has read.', { min: 0 })
  inputTokens: number;

  @IntegerField('Tokens that the model has written.', { min: 0 })
  outputTokens: number;
}

export class AgentCallbackDto {
  @EnumField('How far it is.', CALLBACK_STATES)
  state: CallbackState;

  @IntegerField('How often it was tried.', { min: 0 })
  attempts: number;

  @TextField('What was wrong the last time.', { nullable: true })
  error: string | null;
}

export class AgentExecutionDto {
  @IdField('Its id.')
  id: string;

  @IdField('The loop that it is a run of.')
  agentLoopId: string;

  @EnumField('How far it is.', EXECUTION_STATUSES)
  status: ExecutionStatus;

  @EnumField('Who began it.', EXECUTION_TRIGGERS)
  trigger: ExecutionTrigger;

  @TextField('What the model was told to do.')
  userMessage: string;

  @TextField('What came of it; of one that did not complete: what the model said last.', { nullable: true })
  output: string | null;

  @IntegerField('How often the model was called.', { min: 0 })
  iterationsUsed: number;

  @IntegerField('How many calls of tools were begun.', { min: 0 })
  toolCalls: number;

  @TextField('Why it did not complete.', { nullable: true })
  error: string | null;

  @NestedField('What it used.', () => AgentUsageDto)
  usage: AgentUsageDto;

  @TextField('Who spoke.', { nullable: true })
  model: string | null;

  @NestedListField('How it stood with each tool server and plugin.', () => AgentServerDto)
  servers: AgentServerDto[];

  @NestedField('What became of the callback.', () => AgentCallbackDto)
  callback: AgentCallbackDto;

  @DateField('The time of the schedule that it stands for.', { nullable: true })
  dueAt: string | null;

  @DateField('When it was first worked on.', { nullable: true })
  startedAt: string | null;

  @DateField('When it ended, in whatever way.', { nullable: true })
  completedAt: string | null;

  @DateField('When it was asked for.')
  createdAt: string;
}

export class AgentStepDto {
  @IntegerField('From 1, in the order in which they were begun.', { min: 1 })
  position: number;

  @EnumField('What was called.', STEP_KINDS)
  kind: StepKind;

  @EnumField('`unknown`: its process died before an answer came.', STEP_STATES)
  state: StepState;

  @TextField('Of the model or the tool.')
  name: string;

  @TextField('The id by which the model asked for the tool.', { nullable: true })
  callId: string | null;

  @AnyField('Of a tool: its arguments.', { nullable: true })
  input: unknown;

  @AnyField('Of a tool: `{text}`; of the model: `{text, toolCalls}`.', { nullable: true })
  output: unknown;

  @TextField('Why it failed.', { nullable: true })
  error: string | null;

  @NestedField('What it used.', () => AgentUsageDto)
  usage: AgentUsageDto;

  @DateField('When it was begun.')
  startedAt: string;

  @DateField('When it ended.', { nullable: true })
  endedAt: string | null;
}

export class AgentExecutionWithSteps extends AgentExecutionDto {
  @NestedListField('What it did, in order.', () => AgentStepDto)
  steps: AgentStepDto[];
}

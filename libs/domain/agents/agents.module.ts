import { Module } from '@nestjs/common';
import { AuditModule } from '#domain/audit';
import { BotsModule } from '#domain/bots';
import { BudgetsModule } from '#domain/budgets';
import { ModelsModule } from '#domain/models';
import { PluginsModule } from '#domain/plugins';
import { RetentionModule } from '#domain/retention';
import { AgentWork } from './agent/agent-work';
import { CallbackSending } from './callbacks/callback-sending.service';
import { CallbacksQueries } from './callbacks/callbacks.queries';
import { ExecutionFeed } from './executions/execution-feed';
import { ExecutionsQueries } from './executions/executions.queries';
import { AgentExecutions } from './executions/executions.service';
import { LoopChecks } from './loops/loop-checks';
import { LoopModels } from './loops/loop-models';
import { LoopSecrets } from './loops/loop-secrets';
import { LoopsQueries } from './loops/loops.queries';
import { AgentLoops } from './loops/loops.service';
import { ExecutionEnding } from './running/execution-ending';
import { ExecutionRunning } from './running/execution-running.service';
import { RunningQueries } from './running/running.queries';
import { LoopScheduling } from './schedules/loop-scheduling.service';
import { OldExecutions } from './schedules/old-executions';
import { SchedulesQueries } from './schedules/schedules.queries';
import { StepsQueries } from './steps/steps.queries';
import { ExecutionTools } from './tools/execution-tools';

@Module({
  imports: [AuditModule, BudgetsModule, ModelsModule, BotsModule, PluginsModule, RetentionModule],
  providers: [
    LoopsQueries,
    LoopSecrets,
    LoopChecks,
    LoopModels,
    AgentLoops,
    ExecutionsQueries,
    ExecutionFeed,
    AgentExecutions,
    StepsQueries,
    ExecutionTools,
    RunningQueries,
    AgentWork,
    ExecutionEnding,
    ExecutionRunning,
    SchedulesQueries,
    OldExecutions,
    LoopScheduling,
    CallbacksQueries,
    CallbackSending,
  ],
  exports: [AgentLoops, AgentExecutions, ExecutionRunning, LoopScheduling, CallbackSending],
})
export class AgentsModule {}

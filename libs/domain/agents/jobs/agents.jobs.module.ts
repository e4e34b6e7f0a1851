import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents.module';
import { RunExecutionHandler } from './run-execution.handler';
import { SendCallbackHandler } from './send-callback.handler';
import { SweepAgentsHandler } from './sweep-agents.handler';

@Module({ imports: [AgentsModule], providers: [RunExecutionHandler, SendCallbackHandler, SweepAgentsHandler] })
export class AgentsJobsModule {}

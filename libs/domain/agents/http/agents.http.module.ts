import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents.module';
import { AgentExecutionsController } from './agent-executions.controller';
import { AgentLoopsController } from './agent-loops.controller';

@Module({ imports: [AgentsModule], controllers: [AgentLoopsController, AgentExecutionsController] })
export class AgentsHttpModule {}

import { Body, Get, Headers, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersPage,
  AnswersStream,
  CurrentActor,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  type SseFrame,
  Summary,
  sendEventStream,
  success,
  successPage,
} from '#infra/http';
import { type Actor, invalidInput, mapPage } from '#kernel';
import { agentErrors } from '../agents.errors';
import { AgentExecutions } from '../executions/executions.service';
import type { AgentExecution, AgentProgress } from '../executions/executions.types';
import {
  AgentExecutionDto,
  AgentExecutionQuery,
  AgentExecutionWithSteps,
  AgentStepDto,
  RunAgentLoop,
} from './agent-executions.dto';
import { toAgentExecution, toAgentStep, toProgressFrame, toSequence } from './agent-executions.mapper';

const STREAM = `Frames \`step\` (a step, when it begins and when it ends) and \`status\` (the execution, when its status changes),
each with an id; it ends after the status in which the execution has ended. Come back with \`Last-Event-ID\` to read on.`;

@MainController('agent-loops/:id', { tag: 'Agent loops' })
export class AgentExecutionsController {
  constructor(private readonly executions: AgentExecutions) {}

  @Post('run')
  @Summary('Run an agent loop', 'A job carries it out. A paused loop can be run, too.')
  @NeedsScope('agent-loops:write')
  @Answers(202, AgentExecutionDto)
  @Refuses(400, 404)
  async run(@CurrentActor() actor: Actor, @IdParam('id', 'agent loop') id: string, @Body() body: RunAgentLoop) {
    return success(toAgentExecution(await this.executions.run(actor, id, body)), 'The execution was queued.');
  }

  @Get('executions')
  @Summary('List executions of an agent loop', 'Newest first.')
  @NeedsScope('agent-loops:read')
  @AnswersPage(AgentExecutionDto)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'agent loop') id: string,
    @Query() { page, limit, status }: AgentExecutionQuery,
  ) {
    const request = { page, limit, ...(status ? { status } : {}) };
    return successPage(mapPage(await this.executions.list(actor, id, request), toAgentExecution));
  }

  @Get('executions/:executionId')
  @Summary('Get an execution', 'With its steps: every call of the model and of tools.')
  @NeedsScope('agent-loops:read')
  @Answers(200, AgentExecutionWithSteps)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'agent loop') id: string,
    @IdParam('executionId', 'execution') executionId: string,
  ) {
    const execution = await this.found(actor, id, executionId);
    const steps = await this.executions.steps(actor, executionId);
    return success({ ...toAgentExecution(execution), steps: steps.map(toAgentStep) });
  }

  @Post('executions/:executionId/cancel')
  @HttpCode(200)
  @Summary('Cancel an execution', 'What it has done stays done; nobody is told by callback.')
  @NeedsScope('agent-loops:write')
  @Answers(200, AgentExecutionDto)
  @Refuses(404, 409)
  async cancel(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'agent loop') id: string,
    @IdParam('executionId', 'execution') executionId: string,
  ) {
    await this.found(actor, id, executionId);
    return success(toAgentExecution(await this.executions.cancel(actor, executionId)), 'The execution was cancelled.');
  }

  @Get('executions/:executionId/events')
  @Summary('Follow an execution')
  @NeedsScope('agent-loops:read')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last frame that you saw.' })
  @AnswersStream(STREAM, 'AgentExecutionFrame', { step: AgentStepDto, status: AgentExecutionDto })
  @Refuses(400, 404)
  async events(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'agent loop') id: string,
    @IdParam('executionId', 'execution') executionId: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const sequence = toSequence(lastEventId);
    if (sequence === undefined) {
      const message = 'Last-Event-ID must be the id of a frame that this stream sent.';
      throw invalidInput([{ field: 'Last-Event-ID', message }]);
    }
    await this.found(actor, id, executionId);
    const left = new AbortController();
    const progress = this.executions.follow(actor, executionId, sequence, left.signal);
    return sendEventStream(reply, framesOf(progress), { isFeed: true }).finally(() => left.abort());
  }

  private async found(actor: Actor, loopId: string, executionId: string): Promise<AgentExecution> {
    const execution = await this.executions.get(actor, executionId);
    if (execution.loopId !== loopId) throw agentErrors.execution_not_found();
    return execution;
  }
}

async function* framesOf(progress: AsyncIterable<AgentProgress>): AsyncGenerator<SseFrame> {
  for await (const one of progress) yield toProgressFrame(one);
}

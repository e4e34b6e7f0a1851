import { Body, Get, Headers, Post, Query, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AgentExecutions, type AgentProgress, agentErrors } from '#domain/agents';
import {
  AnswersStream,
  CurrentActor,
  DialectController,
  IdParam,
  NeedsScope,
  Refuses,
  type SseFrame,
  Summary,
  sendEventStream,
} from '#infra/http';
import type { Actor } from '#kernel';
import { Execution, ExecutionQuery, ExecutionStep, ExecutionWithSteps, RunAgentLoop } from './executions.dto';
import { toExecution, toExecutionWithSteps, toProgressFrame } from './executions.mapper';
import { Tells, TellsPage, toData, toDataPage } from './manager.answers';
import { pageOf } from './manager.paging';

const PROGRESS = `Server-sent events until the execution ends: \`status\` with the execution and \`step\` with a call of the model or of a
tool, whenever one changes. \`Last-Event-ID\` goes on where a reader stopped.`;

@DialectController('v1/agent-loops/:id', { tag: 'Agent loops' })
export class ExecutionsController {
  constructor(private readonly executions: AgentExecutions) {}

  @Post('run')
  @Summary('Run an agent loop', 'It is queued; its end is told to `callback_url` and by `agent_loop.completed`.')
  @NeedsScope('agent-loops:write')
  @Tells(201, Execution)
  @Refuses(400, 404, 422, 429)
  async run(@CurrentActor() actor: Actor, @IdParam('id', 'agent loop') loopId: string, @Body() body: RunAgentLoop) {
    const { user_message: userMessage, variables } = body;
    const execution = await this.executions.run(actor, loopId, {
      ...(userMessage == null ? {} : { userMessage }),
      ...(variables == null ? {} : { variables }),
    });
    return toData(toExecution(execution));
  }

  @Get('executions')
  @Summary('List executions', 'Newest first.')
  @NeedsScope('agent-loops:read')
  @TellsPage(Execution)
  @Refuses(404, 422)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'agent loop') loopId: string,
    @Query() query: ExecutionQuery,
  ) {
    const request = { ...pageOf(query), ...(query.status ? { status: query.status } : {}) };
    return toDataPage(await this.executions.list(actor, loopId, request), toExecution);
  }

  @Get('executions/:execution_id')
  @Summary('Get an execution', 'With every call of the model and of tools.')
  @NeedsScope('agent-loops:read')
  @Tells(200, ExecutionWithSteps)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'agent loop') loopId: string,
    @IdParam('execution_id', 'execution') id: string,
  ) {
    const execution = await this.find(actor, loopId, id);
    return toData(toExecutionWithSteps(execution, await this.executions.steps(actor, id)));
  }

  @Post('executions/:execution_id/cancel')
  @Summary('Cancel an execution', 'No call is begun any more. There is neither callback nor event.')
  @NeedsScope('agent-loops:write')
  @Tells(200, Execution)
  @Refuses(404, 409)
  async cancel(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'agent loop') loopId: string,
    @IdParam('execution_id', 'execution') id: string,
  ) {
    await this.find(actor, loopId, id);
    await this.executions.cancel(actor, id);
    return toData(toExecution(await this.executions.get(actor, id)));
  }

  @Get('executions/:execution_id/events')
  @Summary('Follow an execution')
  @NeedsScope('agent-loops:read')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last event that you saw.' })
  @AnswersStream(PROGRESS, 'ExecutionFrame', { step: ExecutionStep, status: Execution })
  @Refuses(404)
  async follow(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'agent loop') loopId: string,
    @IdParam('execution_id', 'execution') id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.find(actor, loopId, id);
    const left = new AbortController();
    const progress = this.executions.follow(actor, id, sequenceOf(lastEventId), left.signal);
    return sendEventStream(reply, framesOf(progress), { isFeed: true }).finally(() => left.abort());
  }

  /** @throws `agents.execution_not_found` also for one of another loop */
  private async find(actor: Actor, loopId: string, id: string) {
    const execution = await this.executions.get(actor, id);
    if (execution.loopId !== loopId) throw agentErrors.execution_not_found();
    return execution;
  }
}

async function* framesOf(progress: AsyncIterable<AgentProgress>): AsyncGenerator<SseFrame> {
  for await (const one of progress) yield toProgressFrame(one);
}

/** What is no id of ours says nothing. */
function sequenceOf(lastEventId: string | undefined): number {
  return lastEventId !== undefined && /^\d{1,9}$/.test(lastEventId.trim()) ? Number(lastEventId) : 0;
}

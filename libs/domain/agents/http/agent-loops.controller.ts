import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { AgentLoops } from '../loops/loops.service';
import { AgentLoopDto, AgentLoopQuery, CreateAgentLoop, UpdateAgentLoop } from './agent-loops.dto';
import { toAgentLoop, toCreatedAgentLoop, toLoopInput } from './agent-loops.mapper';

@MainController('agent-loops', { tag: 'Agent loops' })
export class AgentLoopsController {
  constructor(private readonly loops: AgentLoops) {}

  @Get()
  @Summary('List agent loops', 'Newest first.')
  @NeedsScope('agent-loops:read')
  @AnswersPage(AgentLoopDto)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() { page, limit, status, search }: AgentLoopQuery) {
    const request = { page, limit, ...(status ? { status } : {}), ...(search ? { search } : {}) };
    return successPage(mapPage(await this.loops.list(actor, request), toAgentLoop));
  }

  @Post()
  @Summary(
    'Create an agent loop',
    'A stored workflow: a model works towards a goal by itself, with the tools, within the limits and at the times that you ' +
      'give it. Its callbacks are signed with the secret of the answer.',
  )
  @NeedsScope('agent-loops:write')
  @Answers(201, AgentLoopDto)
  @Refuses(400, 409)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateAgentLoop) {
    const created = toCreatedAgentLoop(await this.loops.create(actor, toLoopInput(body)));
    return success(created, 'The agent loop was created. Its callbackSecret is shown only now.');
  }

  @Get(':id')
  @Summary('Get an agent loop')
  @NeedsScope('agent-loops:read')
  @Answers(200, AgentLoopDto)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'agent loop') id: string) {
    return success(toAgentLoop(await this.loops.get(actor, id)));
  }

  @Put(':id')
  @Summary(
    'Update an agent loop',
    'Absent fields stay as they are, null clears a field. Executions that run go on as begun.',
  )
  @NeedsScope('agent-loops:write')
  @Answers(200, AgentLoopDto)
  @Refuses(400, 404)
  async update(@CurrentActor() actor: Actor, @IdParam('id', 'agent loop') id: string, @Body() body: UpdateAgentLoop) {
    return success(toAgentLoop(await this.loops.update(actor, id, toLoopInput(body))), 'The agent loop was updated.');
  }

  @Delete(':id')
  @Summary('Delete an agent loop', 'Its executions go with it; what runs stops.')
  @NeedsScope('agent-loops:write')
  @AnswersDone()
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'agent loop') id: string) {
    await this.loops.delete(actor, id);
    return done('The agent loop was deleted.');
  }
}

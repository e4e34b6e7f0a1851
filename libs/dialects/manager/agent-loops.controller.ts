import { Body, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { AgentLoops } from '#domain/agents';
import { CurrentActor, DialectController, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { AgentLoop, AgentLoopQuery, CreateAgentLoop, CreatedAgentLoop, UpdateAgentLoop } from './agent-loops.dto';
import { toAgentLoop, toAgentLoopInput, toCreatedAgentLoop } from './agent-loops.mapper';
import { Deleted, Tells, TellsPage, toData, toDataPage, toDeleted } from './manager.answers';
import { pageOf } from './manager.paging';

@DialectController('v1/agent-loops', { tag: 'Agent loops' })
export class AgentLoopsController {
  constructor(private readonly loops: AgentLoops) {}

  @Get()
  @Summary('List agent loops', 'Newest first.')
  @NeedsScope('agent-loops:read')
  @TellsPage(AgentLoop)
  @Refuses(422)
  async list(@CurrentActor() actor: Actor, @Query() query: AgentLoopQuery) {
    const { status, search } = query;
    const request = { ...pageOf(query), ...(status ? { status } : {}), ...(search ? { search } : {}) };
    return toDataPage(await this.loops.list(actor, request), toAgentLoop);
  }

  @Post()
  @Summary('Create an agent loop', 'The answer has the secret that its callbacks are signed with.')
  @NeedsScope('agent-loops:write')
  @Tells(201, CreatedAgentLoop)
  @Refuses(400, 409, 422)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateAgentLoop) {
    return toData(toCreatedAgentLoop(await this.loops.create(actor, toAgentLoopInput(body))));
  }

  @Get(':id')
  @Summary('Get an agent loop')
  @NeedsScope('agent-loops:read')
  @Tells(200, AgentLoop)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'agent loop') id: string) {
    return toData(toAgentLoop(await this.loops.get(actor, id)));
  }

  @Patch(':id')
  @Summary('Update an agent loop', 'What is absent stays as it is.')
  @NeedsScope('agent-loops:write')
  @Tells(200, AgentLoop)
  @Refuses(400, 404, 422)
  async update(@CurrentActor() actor: Actor, @IdParam('id', 'agent loop') id: string, @Body() body: UpdateAgentLoop) {
    return toData(toAgentLoop(await this.loops.update(actor, id, toAgentLoopInput(body))));
  }

  @Delete(':id')
  @Summary('Delete an agent loop', 'With its executions; those under way are stopped.')
  @NeedsScope('agent-loops:write')
  @Tells(200, Deleted)
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'agent loop') id: string) {
    await this.loops.delete(actor, id);
    return toDeleted('agent loop', id);
  }
}

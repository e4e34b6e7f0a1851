import { Body, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import {
  Answers,
  AnswersDone,
  CurrentActor,
  done,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  success,
} from '#infra/http';
import type { Actor } from '#kernel';
import { SupportAgents, userIdOf } from '../handoff/agents.service';
import { toSupportAgent } from './escalations.mapper';
import { PutSupportAgent, SupportAgentDto } from './support-agents.dto';

const ME = 'me';
const OfUser = () => ApiParam({ name: 'userId', type: String, description: 'Id of the user, or `me`.' });

@MainController('escalations/agents', { tag: 'Escalations' })
export class SupportAgentsController {
  constructor(private readonly agents: SupportAgents) {}

  @Get()
  @Summary('List support agents', 'By name.')
  @NeedsScope('conversations:read')
  @Answers(200, [SupportAgentDto])
  async list(@CurrentActor() actor: Actor) {
    return success((await this.agents.list(actor)).map(toSupportAgent));
  }

  @Put(':userId')
  @OfUser()
  @Summary('Set a support agent', 'Makes a person of the team one, or changes one; what is not given stays as it is.')
  @NeedsScope('conversations:write')
  @Answers(200, SupportAgentDto)
  @Refuses(400, 404)
  async put(@CurrentActor() actor: Actor, @Param('userId') userId: string, @Body() body: PutSupportAgent) {
    return success(toSupportAgent(await this.agents.put(actor, personOf(actor, userId), definedOf(body))));
  }

  @Delete(':userId')
  @OfUser()
  @Summary('Remove a support agent', 'Their conversations go to others, or wait again.')
  @NeedsScope('conversations:write')
  @AnswersDone()
  @Refuses(404)
  async remove(@CurrentActor() actor: Actor, @Param('userId') userId: string) {
    await this.agents.remove(actor, personOf(actor, userId));
    return done('The support agent was removed.');
  }
}

/** A key acts as the person who made it. */
function personOf(actor: Actor, userId: string): string {
  return userId === ME ? userIdOf(actor) : userId;
}

function definedOf({ capacity, isAvailable, displayName }: PutSupportAgent) {
  return {
    ...(capacity === undefined ? {} : { capacity }),
    ...(isAvailable === undefined ? {} : { isAvailable }),
    ...(displayName === undefined ? {} : { displayName }),
  };
}

import { Body, Delete, Get, Post, Query } from '@nestjs/common';
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
import { TrainingSessions } from '../sessions/training-sessions.service';
import { StartTrainingSession, TrainingSession, TrainingSessionQuery } from './sessions.dto';
import { toSession } from './sessions.mapper';

@MainController('', { tag: 'Training' })
export class SessionsController {
  constructor(private readonly sessions: TrainingSessions) {}

  @Post('chatbots/:chatbotId/training/sessions')
  @Summary(
    'Start a training session',
    'A job trains from the dataset and makes a version of the chatbot’s model. One session of a dataset is active at a time.',
  )
  @NeedsScope('training:write')
  @Answers(201, TrainingSession)
  @Refuses(400, 404, 409)
  async start(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() body: StartTrainingSession,
  ) {
    return success(toSession(await this.sessions.start(actor, botId, body)), 'The session was started.');
  }

  @Get('chatbots/:chatbotId/training/sessions')
  @Summary('List training sessions', 'Newest first.')
  @NeedsScope('training:read')
  @AnswersPage(TrainingSession)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() { page, limit, status }: TrainingSessionQuery,
  ) {
    const request = { page, limit, ...(status ? { status } : {}) };
    return successPage(mapPage(await this.sessions.list(actor, botId, request), toSession));
  }

  @Get('training/sessions/:id')
  @Summary('Get a training session', 'With its status, progress and, in the end, what was measured.')
  @NeedsScope('training:read')
  @Answers(200, TrainingSession)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'session') id: string) {
    return success(toSession(await this.sessions.get(actor, id)));
  }

  @Delete('training/sessions/:id')
  @Summary('Cancel a training session', 'It stays readable. The model of the chatbot stays as it is.')
  @NeedsScope('training:write')
  @AnswersDone()
  @Refuses(404, 409)
  async cancel(@CurrentActor() actor: Actor, @IdParam('id', 'session') id: string) {
    await this.sessions.cancel(actor, id);
    return done('The session was cancelled.');
  }
}

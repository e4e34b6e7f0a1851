import { Body, Delete, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersOneOrMany,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  PageQuery,
  Refuses,
  Repeatable,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { Intents } from '../models/intents.service';
import { TrainingModels } from '../models/training-models.service';
import { ModelVersionParam } from './model-version-param';
import { PredictedIntent, PredictIntents, TrainingModel, TrainingModelDetails } from './models.dto';
import { textsOf, toModel, toModelDetails, toPrediction } from './models.mapper';

@MainController('chatbots/:chatbotId', { tag: 'Training' })
export class ModelsOfTrainingController {
  constructor(
    private readonly models: TrainingModels,
    private readonly intents: Intents,
  ) {}

  @Get('training/models')
  @Summary('List trained models', 'The versions of what the chatbot has learned, newest first. The newest 20 are kept.')
  @NeedsScope('training:read')
  @AnswersPage(TrainingModel)
  @Refuses(400, 404)
  async list(@CurrentActor() actor: Actor, @IdParam('chatbotId', 'chatbot') botId: string, @Query() query: PageQuery) {
    return successPage(mapPage(await this.models.list(actor, botId, query), toModel));
  }

  @Get('training/models/:version')
  @Summary('Get a trained model', 'With the whole report of its training.')
  @NeedsScope('training:read')
  @Answers(200, TrainingModelDetails)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @ModelVersionParam('version') version: number,
  ) {
    return success(toModelDetails(await this.models.get(actor, botId, version)));
  }

  @Post('training/models/:version/activate')
  @Summary(
    'Activate a trained model',
    'The chatbot reads intents by it from now on: also the way back to an earlier version.',
  )
  @NeedsScope('training:write')
  @Answers(200, TrainingModelDetails)
  @Refuses(404)
  async activate(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @ModelVersionParam('version') version: number,
  ) {
    return success(toModelDetails(await this.models.activate(actor, botId, version)), 'The model was activated.');
  }

  @Delete('training/models/:version')
  @Summary('Delete a trained model', 'The active one cannot be deleted.')
  @NeedsScope('training:write')
  @AnswersDone()
  @Refuses(404, 409)
  async delete(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @ModelVersionParam('version') version: number,
  ) {
    await this.models.delete(actor, botId, version);
    return done('The model was deleted.');
  }

  @Post('intents/predict')
  @Repeatable()
  @Summary(
    'Predict intents',
    'What texts mean, by the active model. For `text` the data is one prediction, for `texts` a list. 409 while the chatbot has no active model.',
  )
  @NeedsScope('training:read')
  @AnswersOneOrMany(200, PredictedIntent)
  @Refuses(400, 404, 409)
  async predict(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() body: PredictIntents,
  ) {
    const texts = textsOf(body);
    const readings = await this.intents.readAll(actor, botId, texts);
    const predictions = texts.map((text, at) => toPrediction(text, readings[at]!));
    return success(body.texts ? predictions : predictions[0]!);
  }
}

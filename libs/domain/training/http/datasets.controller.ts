import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  InputPipe,
  MainController,
  NeedsScope,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { Datasets } from '../datasets/datasets.service';
import {
  AddTrainingExamples,
  CreateTrainingDataset,
  TrainingDataset,
  TrainingDatasetFields,
  TrainingExample,
  TrainingExampleQuery,
  UpdateTrainingDataset,
} from './datasets.dto';
import { toDataset, toExample } from './datasets.mapper';
import { addedExamples, examplesOfNew } from './example-input';

@MainController('', { tag: 'Training' })
export class DatasetsController {
  constructor(
    private readonly datasets: Datasets,
    private readonly input: InputPipe,
  ) {}

  @Get('chatbots/:chatbotId/training/datasets')
  @Summary('List datasets', 'Newest first, each with a few of its examples.')
  @NeedsScope('training:read')
  @AnswersPage(TrainingDataset)
  @Refuses(400, 404)
  async list(@CurrentActor() actor: Actor, @IdParam('chatbotId', 'chatbot') botId: string, @Query() query: PageQuery) {
    return successPage(mapPage(await this.datasets.list(actor, botId, query), toDataset));
  }

  @Post('chatbots/:chatbotId/training/datasets')
  @Summary('Create a dataset', 'Examples of what people say to the chatbot, and what it means or is answered with.')
  @NeedsScope('training:write')
  @ApiBody({ type: CreateTrainingDataset })
  @Answers(201, TrainingDataset)
  @Refuses(400, 404, 413)
  async create(@CurrentActor() actor: Actor, @IdParam('chatbotId', 'chatbot') botId: string, @Body() body: unknown) {
    const fields = { type: 'body' as const, metatype: TrainingDatasetFields };
    const described = this.input.transform<TrainingDatasetFields>(body, fields);
    const dataset = await this.datasets.create(actor, botId, { ...described, examples: examplesOfNew(body) });
    return success(toDataset(dataset), 'The dataset was created.');
  }

  @Get('training/datasets/:id')
  @Summary('Get a dataset')
  @NeedsScope('training:read')
  @Answers(200, TrainingDataset)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'dataset') id: string) {
    return success(toDataset(await this.datasets.get(actor, id)));
  }

  @Put('training/datasets/:id')
  @Summary('Update a dataset', 'Absent fields stay as they are. Its examples have paths of their own.')
  @NeedsScope('training:write')
  @Answers(200, TrainingDataset)
  @Refuses(400, 404)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'dataset') id: string,
    @Body() body: UpdateTrainingDataset,
  ) {
    return success(toDataset(await this.datasets.update(actor, id, body)), 'The dataset was updated.');
  }

  @Delete('training/datasets/:id')
  @Summary('Delete a dataset', 'With its examples. Models that were trained from it stay.')
  @NeedsScope('training:write')
  @AnswersDone()
  @Refuses(404, 409)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'dataset') id: string) {
    await this.datasets.delete(actor, id);
    return done('The dataset was deleted.');
  }

  @Get('training/datasets/:id/examples')
  @Summary('List examples of a dataset', 'Oldest first.')
  @NeedsScope('training:read')
  @AnswersPage(TrainingExample)
  @Refuses(400, 404)
  async listExamples(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'dataset') id: string,
    @Query() { page, limit, intent, search }: TrainingExampleQuery,
  ) {
    const request = { page, limit, ...(intent ? { intent } : {}), ...(search ? { search } : {}) };
    return successPage(mapPage(await this.datasets.listExamples(actor, id, request), toExample));
  }

  @Post('training/datasets/:id/examples')
  @Summary('Add examples', 'All of them or none. They are used by the sessions that begin after this has answered.')
  @NeedsScope('training:write')
  @ApiBody({ type: AddTrainingExamples })
  @Answers(201, TrainingDataset)
  @Refuses(400, 404, 413)
  async addExamples(@CurrentActor() actor: Actor, @IdParam('id', 'dataset') id: string, @Body() body: unknown) {
    return success(
      toDataset(await this.datasets.addExamples(actor, id, addedExamples(body))),
      'The examples were added.',
    );
  }

  @Delete('training/datasets/:id/examples/:exampleId')
  @Summary('Delete an example')
  @NeedsScope('training:write')
  @AnswersDone()
  @Refuses(404)
  async deleteExample(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'dataset') id: string,
    @IdParam('exampleId', 'example') exampleId: string,
  ) {
    await this.datasets.deleteExample(actor, id, exampleId);
    return done('The example was deleted.');
  }
}

import { Body, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  MainController,
  NeedsScope,
  Refuses,
  Repeatable,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { Models } from '../models.service';
import type { Model, ModelPatch } from '../models.types';
import { ModelTrials } from '../runtime/model-trials';
import { ReadyModels } from '../runtime/ready-models';
import { ModelIdParam } from './model-id-param';
import { ChangeModel, ModelQuery, ModelTest, RegisteredModel, RegisterModel } from './models.dto';
import { toRegisteredModel } from './models.mapper';

const CHANGES =
  'Absent fields stay as they are, null clears a field. A new address or provider removes the key unless it is given anew; ' +
  'the message then says so.';

@MainController('models', { tag: 'Models' })
export class ModelsController {
  constructor(
    private readonly models: Models,
    private readonly ready: ReadyModels,
    private readonly trials: ModelTrials,
  ) {}

  @Get()
  @Summary('List models', 'Those of the installation first, then those of your team in the order of their making.')
  @NeedsScope('models:read')
  @AnswersPage(RegisteredModel)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() query: ModelQuery) {
    return successPage(mapPage(await this.models.list(actor, query), (model) => this.present(model)));
  }

  @Post()
  @Summary('Register a model', 'It is not called; see "Test a model".')
  @NeedsScope('models:write')
  @Answers(201, RegisteredModel)
  @Refuses(400, 409)
  async create(@CurrentActor() actor: Actor, @Body() body: RegisterModel) {
    return success(this.present(await this.models.create(actor, body)), 'The model was registered.');
  }

  @Get(':id')
  @Summary('Get a model')
  @NeedsScope('models:read')
  @Answers(200, RegisteredModel)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @ModelIdParam('id') id: number) {
    return success(this.present(await this.models.get(actor, id)));
  }

  @Put(':id')
  @Summary('Update a model', CHANGES)
  @NeedsScope('models:write')
  @Answers(200, RegisteredModel)
  @Refuses(400, 404, 409)
  async update(@CurrentActor() actor: Actor, @ModelIdParam('id') id: number, @Body() body: ChangeModel) {
    return this.change(actor, id, body);
  }

  @Patch(':id')
  @Summary('Change fields of a model', CHANGES)
  @NeedsScope('models:write')
  @Answers(200, RegisteredModel)
  @Refuses(400, 404, 409)
  async patch(@CurrentActor() actor: Actor, @ModelIdParam('id') id: number, @Body() body: ChangeModel) {
    return this.change(actor, id, body);
  }

  @Delete(':id')
  @Summary('Delete a model', 'Refused while something uses it.')
  @NeedsScope('models:write')
  @AnswersDone()
  @Refuses(404, 409)
  async delete(@CurrentActor() actor: Actor, @ModelIdParam('id') id: number) {
    await this.models.delete(actor, id);
    return done('The model was deleted.');
  }

  @Post(':id/test')
  @Repeatable()
  @Summary(
    'Test a model',
    'Really calls it, also after repeated failures, and tells how long it took or what the provider said. 200 in both cases.',
  )
  @NeedsScope('models:write')
  @Answers(200, ModelTest)
  @Refuses(404)
  async test(@CurrentActor() actor: Actor, @ModelIdParam('id') id: number) {
    return success(await this.trials.run(actor, id));
  }

  private async change(actor: Actor, id: number, patch: ModelPatch) {
    const { model, credentialsDropped } = await this.models.update(actor, id, patch);
    const dropped = ' Its key was removed, because it was given for another address; give it anew.';
    return success(this.present(model), `The model was updated.${credentialsDropped ? dropped : ''}`);
  }

  private present(model: Model): RegisteredModel {
    return toRegisteredModel(model, this.ready.statusOf(model));
  }
}

import { Get, Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Bot } from '#domain/bots';
import { AllowsBotKey, CurrentActor, DialectController, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { BotModels } from './bot-models.service';
import { Model, ModelList } from './models.dto';
import { Tells, unixSeconds } from './openai.answers';

@DialectController('openai/v1/models', { tag: 'Models' })
export class ModelsController {
  constructor(private readonly models: BotModels) {}

  @Get()
  @Summary('List models', 'Every bot of the team that takes messages, by its slug.')
  @NeedsScope('bots:read')
  @AllowsBotKey('bots:read')
  @Tells(200, ModelList)
  async list(@CurrentActor() actor: Actor): Promise<ModelList> {
    return { object: 'list', data: (await this.models.list(actor)).map(toModel) };
  }

  @Get(':model')
  @Summary('Retrieve a model')
  @NeedsScope('bots:read')
  @AllowsBotKey('bots:read')
  @ApiParam({ name: 'model', description: 'Slug of the bot.', schema: { type: 'string' } })
  @Tells(200, Model)
  @Refuses(404)
  async find(@CurrentActor() actor: Actor, @Param('model') model: string): Promise<Model> {
    return toModel(await this.models.find(actor, model));
  }
}

function toModel({ slug, name, createdAt }: Readonly<Bot>): Model {
  return { id: slug, object: 'model', created: unixSeconds(createdAt), owned_by: 'parley', name };
}

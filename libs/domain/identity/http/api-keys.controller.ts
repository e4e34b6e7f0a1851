import { Body, Delete, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
  UserOnly,
} from '#infra/http';
import { mapPage, type UserActor } from '#kernel';
import { ApiKeys } from '../keys/api-keys.service';
import { WidgetKeys } from '../keys/widget-keys.service';
import { CreateSecretKey, NewSecretKey, SecretKey } from './api-keys.dto';
import { toCreateApiKey, toCreatePublicKey, toNewSecretKey, toSecretKey } from './api-keys.mapper';

/** Only people handle keys: a key that leaked must not be able to make others. */
@MainController('auth', { tag: 'Authentication' })
@UserOnly()
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeys,
    private readonly widgetKeys: WidgetKeys,
  ) {}

  @Post('api-key')
  @Summary('Create an API key', 'A secret key is shown this once.')
  @Answers(201, NewSecretKey)
  @Refuses(400, 404)
  async create(@CurrentActor() actor: UserActor, @Body() body: CreateSecretKey) {
    const made =
      body.type === 'public'
        ? await this.widgetKeys.create(actor, toCreatePublicKey(body))
        : await this.keys.create(actor, toCreateApiKey(body));
    return success(toNewSecretKey(made), 'The API key was created.');
  }

  @Get('api-keys')
  @Summary('List API keys', 'Newest first, without those that were revoked.')
  @AnswersPage(SecretKey)
  @Refuses(400)
  async list(@CurrentActor() actor: UserActor, @Query() query: PageQuery) {
    return successPage(mapPage(await this.keys.list(actor, query), toSecretKey));
  }

  @Delete('api-keys/:id')
  @Summary('Revoke an API key')
  @AnswersDone()
  @Refuses(404)
  async revoke(@CurrentActor() actor: UserActor, @IdParam('id', 'API key') id: string) {
    await this.keys.revoke(actor, id);
    return done('The API key was revoked.');
  }
}

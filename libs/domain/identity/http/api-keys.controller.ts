import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsTeamRole,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { mapPage, SECOND_MS, type UserActor } from '#kernel';
import { ApiKeys } from '../keys/api-keys.service';
import { KeyRotation } from '../keys/key-rotation.service';
import { WidgetKeys } from '../keys/widget-keys.service';
import { CreateSecretKey, NewSecretKey, RotatedSecretKey, RotateKey, SecretKey, UpdateKey } from './api-keys.dto';
import {
  toApiKeyPatch,
  toCreateApiKey,
  toCreatePublicKey,
  toNewSecretKey,
  toRotatedKey,
  toSecretKey,
} from './api-keys.mapper';

/** Only people handle keys: a key that leaked must not be able to make others. */
@MainController('auth', { tag: 'Authentication' })
@NeedsTeamRole('admin')
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeys,
    private readonly widgetKeys: WidgetKeys,
    private readonly rotation: KeyRotation,
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

  @Put('api-keys/:id')
  @Summary('Update an API key', 'Absent fields stay as they are. The chatbots that it is for stay, too.')
  @Answers(200, SecretKey)
  @Refuses(400, 404)
  async update(@CurrentActor() actor: UserActor, @IdParam('id', 'API key') id: string, @Body() body: UpdateKey) {
    const key = await this.keys.update(actor, id, toApiKeyPatch(body));
    return success(toSecretKey(key), 'The API key was changed.');
  }

  @Post('api-key/:id/rotate')
  @Summary(
    'Rotate an API key',
    'Gives the key another text, which is shown this once; all else stays. The text before works until the time of grace is over.',
  )
  @Answers(200, RotatedSecretKey)
  @Refuses(400, 404, 409)
  async rotate(@CurrentActor() actor: UserActor, @IdParam('id', 'API key') id: string, @Body() body: RotateKey) {
    const rotated = await this.rotation.rotate(actor, id, (body.graceSeconds ?? 0) * SECOND_MS);
    return success(toRotatedKey(rotated), 'The API key was rotated.');
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

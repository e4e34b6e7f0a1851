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
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { Plugins } from '../plugins.service';
import { RegisteredPlugin, RegisterPlugin, UpdatePlugin } from './plugins.dto';
import { toPluginInput, toPluginWithSecret, toRegisteredPlugin } from './plugins.mapper';

const SECRET_SHOWN = ' Its secret, which its calls are signed with, is shown only now.';
const SECRETS_DROPPED =
  ' It moved to another host: the secrets of its configurations were taken away, give them again.';

@MainController('plugins', { tag: 'Plugins' })
export class PluginsController {
  constructor(private readonly plugins: Plugins) {}

  @Get()
  @Summary('List plugins', 'Those of your team, newest first, then those of the system.')
  @NeedsScope('chatbots:read')
  @AnswersPage(RegisteredPlugin)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return successPage(mapPage(await this.plugins.list(actor, query), toRegisteredPlugin));
  }

  @Post()
  @Summary(
    'Register a plugin',
    'It runs at an HTTP service or an MCP server of yours, or is a built-in one under your own name. Calls of a plugin of ' +
      'kind `http` are signed with the secret of the answer.',
  )
  @NeedsScope('chatbots:write')
  @Answers(201, RegisteredPlugin)
  @Refuses(400, 409)
  async register(@CurrentActor() actor: Actor, @Body() body: RegisterPlugin) {
    const registered = await this.plugins.register(actor, toPluginInput(body));
    const shown = registered.secret === undefined ? '' : SECRET_SHOWN;
    return success(toPluginWithSecret(registered), `The plugin was registered.${shown}`);
  }

  @Get(':id')
  @Summary('Get a plugin')
  @NeedsScope('chatbots:read')
  @Answers(200, RegisteredPlugin)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'plugin') id: string) {
    return success(toRegisteredPlugin(await this.plugins.get(actor, id)));
  }

  @Put(':id')
  @Summary('Update a plugin', 'Absent fields stay as they are, null clears a field.')
  @NeedsScope('chatbots:write')
  @Answers(200, RegisteredPlugin)
  @Refuses(400, 404, 409)
  async update(@CurrentActor() actor: Actor, @IdParam('id', 'plugin') id: string, @Body() body: UpdatePlugin) {
    const updated = await this.plugins.update(actor, id, toPluginInput(body));
    const shown = updated.secret === undefined ? '' : SECRET_SHOWN;
    const dropped = updated.droppedSecrets ? SECRETS_DROPPED : '';
    return success(toPluginWithSecret(updated), `The plugin was updated.${shown}${dropped}`);
  }

  @Delete(':id')
  @Summary('Unregister a plugin', 'It must not be installed on any chatbot.')
  @NeedsScope('chatbots:write')
  @AnswersDone()
  @Refuses(404, 409)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'plugin') id: string) {
    await this.plugins.delete(actor, id);
    return done('The plugin was unregistered.');
  }

  @Post(':id/rotate-secret')
  @Summary('Rotate the secret of a plugin', 'Calls are signed with the new one from then on.')
  @NeedsScope('chatbots:write')
  @Answers(200, RegisteredPlugin)
  @Refuses(404, 409)
  async rotateSecret(@CurrentActor() actor: Actor, @IdParam('id', 'plugin') id: string) {
    return success(
      toPluginWithSecret(await this.plugins.rotateSecret(actor, id)),
      `The secret was changed.${SECRET_SHOWN}`,
    );
  }
}

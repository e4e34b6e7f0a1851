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
import { PluginInstallation } from '../installing/plugin-installation.service';
import { PluginProbing } from '../running/plugin-probing.service';
import { ChatbotPlugin, ChatbotPluginStatus, ConfigurePlugin, InstallPluginBody } from './chatbot-plugins.dto';
import { toChatbotPlugin, toChatbotPluginStatus } from './plugins.mapper';

@MainController('chatbots/:chatbotId/plugins', { tag: 'Plugins' })
export class ChatbotPluginsController {
  constructor(
    private readonly installation: PluginInstallation,
    private readonly probing: PluginProbing,
  ) {}

  @Get()
  @Summary('List installed plugins', 'Oldest first.')
  @NeedsScope('chatbots:read')
  @AnswersPage(ChatbotPlugin)
  @Refuses(400, 404)
  async list(@CurrentActor() actor: Actor, @IdParam('chatbotId', 'chatbot') botId: string, @Query() query: PageQuery) {
    return successPage(mapPage(await this.installation.list(actor, botId, query), toChatbotPlugin));
  }

  @Post()
  @Summary('Install a plugin', 'It takes part in every turn of the chatbot from then on.')
  @NeedsScope('chatbots:write')
  @Answers(201, ChatbotPlugin)
  @Refuses(400, 404, 409)
  async install(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() { config, ...body }: InstallPluginBody,
  ) {
    const installed = await this.installation.install(actor, botId, { ...body, config: config ?? {} });
    return success(toChatbotPlugin(installed), 'The plugin was installed.');
  }

  @Delete(':pluginId')
  @Summary('Uninstall a plugin')
  @NeedsScope('chatbots:write')
  @AnswersDone()
  @Refuses(404)
  async uninstall(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('pluginId', 'plugin') pluginId: string,
  ) {
    await this.installation.uninstall(actor, botId, pluginId);
    return done('The plugin was uninstalled.');
  }

  @Put(':pluginId/config')
  @Summary('Replace the configuration of a plugin', 'Secrets that are sent back as they were shown stay as they are.')
  @NeedsScope('chatbots:write')
  @Answers(200, ChatbotPlugin)
  @Refuses(400, 404)
  async configure(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('pluginId', 'plugin') pluginId: string,
    @Body() body: ConfigurePlugin,
  ) {
    const configured = await this.installation.configure(actor, botId, pluginId, body);
    return success(toChatbotPlugin(configured), 'The plugin was configured.');
  }

  @Get(':pluginId/status')
  @Summary('Get the status of an installed plugin', 'The plugin is asked whether it works.')
  @NeedsScope('chatbots:read')
  @Answers(200, ChatbotPluginStatus)
  @Refuses(404)
  async status(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('pluginId', 'plugin') pluginId: string,
  ) {
    return success(toChatbotPluginStatus(await this.probing.status(actor, botId, pluginId)));
  }
}

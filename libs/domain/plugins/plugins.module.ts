import { Module } from '@nestjs/common';
import { AuditModule } from '#domain/audit';
import { BotsModule } from '#domain/bots';
import { KnowledgeModule } from '#domain/knowledge';
import { JsonSchemas } from '#infra/json-schema';
import { ToolServersModule } from '#providers/tool-servers';
import { BuiltIns } from './builtin/builtins';
import { InstalledPluginsQueries } from './installing/installed-plugins.queries';
import { PluginInstallation } from './installing/plugin-installation.service';
import { PluginChecks } from './plugin-checks';
import { PluginSecrets } from './plugin-secrets';
import { PluginsQueries } from './plugins.queries';
import { Plugins } from './plugins.service';
import { BotPlugins } from './running/bot-plugins';
import { HttpCalls } from './running/http-call';
import { PluginCalls } from './running/plugin-calls';
import { PluginProbing } from './running/plugin-probing.service';
import { ReadyPlugins } from './running/ready-plugins';
import { ToolCollections } from './running/tool-collections';
import { ToolLists } from './running/tool-lists';

@Module({
  imports: [AuditModule, BotsModule, KnowledgeModule, ToolServersModule],
  providers: [
    JsonSchemas,
    BuiltIns,
    PluginsQueries,
    InstalledPluginsQueries,
    PluginSecrets,
    PluginChecks,
    Plugins,
    PluginInstallation,
    HttpCalls,
    PluginCalls,
    ReadyPlugins,
    ToolLists,
    PluginProbing,
    BotPlugins,
    ToolCollections,
  ],
  exports: [Plugins, PluginInstallation, PluginProbing, BotPlugins, ToolCollections],
})
export class PluginsModule {}

export { PluginInstallation } from './installing/plugin-installation.service';
export { SECRET_MASK } from './manifest/plugin-config';
export { headerFault } from './manifest/request-headers';
export * from './plugin-runs.types';
export * from './plugins.module';
export { Plugins, type UpdatedPlugin } from './plugins.service';
export * from './plugins.types';
export { BotPlugins } from './running/bot-plugins';
export { NO_PLUGINS } from './running/no-plugins';
export { PluginProbing } from './running/plugin-probing.service';
export {
  type CollectedTools,
  type NamedToolServer,
  ToolCollections,
  type ToolSource,
  type ToolSources,
} from './running/tool-collections';

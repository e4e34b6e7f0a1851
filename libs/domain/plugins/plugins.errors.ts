import { defineErrors } from '#kernel';
import { PLUGIN_LIMITS } from './plugins.types';

export const pluginErrors = defineErrors('plugins', {
  not_found: { kind: 'not_found', message: 'There is no such plugin.' },
  not_installed: { kind: 'not_found', message: 'This plugin is not installed on the chatbot.' },
  system: { kind: 'forbidden', message: 'Plugins of the system cannot be changed.' },
  version_taken: { kind: 'conflict', message: 'There is a plugin of this name and version already.' },
  already_installed: { kind: 'conflict', message: 'This plugin is installed on the chatbot already.' },
  in_use: { kind: 'conflict', message: 'This plugin is installed on a chatbot. Uninstall it first.' },
  not_signed: { kind: 'conflict', message: 'Only calls of plugins of kind http are signed.' },
  too_many: { kind: 'conflict', message: `A team can have ${PLUGIN_LIMITS.pluginsOfTeam} plugins.` },
  too_many_installed: {
    kind: 'conflict',
    message: `A chatbot can have ${PLUGIN_LIMITS.installedOfBot} plugins. Uninstall one first.`,
  },
});

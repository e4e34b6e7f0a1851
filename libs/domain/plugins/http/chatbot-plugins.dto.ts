import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  ObjectField,
  TextField,
} from '#infra/http';
import { PLUGIN_LIMITS } from '../plugins.types';
import { RegisteredPlugin } from './plugins.dto';

const CONFIG = { maxBytes: PLUGIN_LIMITS.configBytes, example: { maskChar: '*' } };

export class InstallPluginBody {
  @IdField('The plugin.')
  pluginId: string;

  @ObjectField('What it asks for.', { ...CONFIG, optional: true, nullable: true })
  config?: Record<string, unknown> | null;

  @BooleanField('False installs it switched off.', { optional: true, default: true })
  isEnabled?: boolean;
}

export class ConfigurePlugin {
  @ObjectField(
    'In place of the whole configuration. A secret that is sent back as it was shown stays as it is.',
    CONFIG,
  )
  config: Record<string, unknown>;

  @BooleanField('False switches it off.', { optional: true })
  isEnabled?: boolean;
}

export class ChatbotPlugin {
  @IdField('Of the installation.')
  id: string;

  @IdField('The chatbot.')
  chatbotId: string;

  @IdField('The plugin.')
  pluginId: string;

  @BooleanField('Whether it takes part in turns.')
  isEnabled: boolean;

  @ObjectField('Its configuration; secrets are shown as `********`.')
  config: Record<string, unknown>;

  @NestedField('The plugin.', () => RegisteredPlugin)
  plugin: RegisteredPlugin;

  @DateField('When it was installed.')
  createdAt: string;

  @DateField('When it was last configured.')
  updatedAt: string;
}

export class ChatbotPluginHealth {
  @IntegerField('Runs that the answering process has seen since it began.', { min: 0 })
  runs: number;

  @IntegerField('Those that were not fine.', { min: 0 })
  failures: number;

  @DateField('The last one.', { nullable: true })
  lastRunAt: string | null;

  @TextField('What was wrong with the last one.', { nullable: true })
  lastError: string | null;
}

export class ChatbotPluginStatus {
  @IdField('The chatbot.')
  chatbotId: string;

  @IdField('The plugin.')
  pluginId: string;

  @EnumField('`active`: it was asked, and works; `disabled`: it is switched off; `error`: it does not work.', [
    'active',
    'disabled',
    'error',
  ] as const)
  status: 'active' | 'disabled' | 'error';

  @BooleanField('Whether it takes part in turns.')
  isEnabled: boolean;

  @TextField('Of the plugin.')
  version: string;

  @TextField('Why it does not work, or else what was wrong with its last run.', { nullable: true })
  lastError: string | null;

  @DateField('When it was asked; it is asked again after some seconds.')
  checkedAt: string;

  @NestedField('How its runs went.', () => ChatbotPluginHealth)
  health: ChatbotPluginHealth;
}

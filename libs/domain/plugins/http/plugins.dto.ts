import {
  AllOptional,
  AnyField,
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedListField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';
import { HOOK_NAMES, OPTION_TYPES, PLUGIN_KINDS, PLUGIN_LIMITS, type PluginKind } from '../plugins.types';

const EXAMPLE_SCHEMA = { type: 'object', properties: { product: { type: 'string' } }, required: ['product'] };

export class PluginHookField {
  @TextField(`When it runs: ${HOOK_NAMES.join(' (the message) or ')} (the reply).`, {
    maxLength: 64,
    example: 'post-process',
  })
  name: string;

  @IntegerField('Lower ones run first.', { optional: true, min: -1_000_000, max: 1_000_000, default: 10 })
  priority?: number;

  @TextField('For the plugin itself: which of its handlers is meant.', {
    optional: true,
    nullable: true,
    maxLength: 200,
  })
  handler?: string | null;
}

export class PluginToolField {
  @TextField('What models call it by.', { maxLength: 64, example: 'shelf_life' })
  name: string;

  @TextField('For models: what it does, and when to use it.', { optional: true, nullable: true, maxLength: 2_000 })
  description?: string | null;

  @ObjectField('JSON Schema (draft 2020-12) of its arguments, an object. It may not be recursive.', {
    optional: true,
    nullable: true,
    example: EXAMPLE_SCHEMA,
  })
  parameters?: Record<string, unknown> | null;
}

export class PluginConfigOption {
  @TextField('Its name in the configuration.', { maxLength: 64, example: 'maskChar' })
  name: string;

  @TextField(
    `One of ${OPTION_TYPES.join(', ')}. A list is of texts; a secret is a text or an object of texts, and is never shown.`,
    { maxLength: 32, example: 'string' },
  )
  type: string;

  @BooleanField('Whether it must be given.', { optional: true, nullable: true, default: false })
  required?: boolean | null;

  @AnyField('Its value where none is given.', { optional: true, nullable: true })
  default?: unknown;

  @TextField('What it is for.', { optional: true, nullable: true, maxLength: 1_000 })
  description?: string | null;

  @TextListField('What an enum may be, and each text of a list.', {
    optional: true,
    nullable: true,
    maxItems: 200,
    maxLength: 200,
  })
  values?: string[] | null;
}

export class RegisterPlugin {
  @TextField('Its name.', { maxLength: 128, example: 'profanity-filter' })
  name: string;

  @TextField('Its version, a semantic one.', { maxLength: 64, example: '1.0.0' })
  version: string;

  @TextField('What it does.', { optional: true, nullable: true, maxLength: 4_000, example: 'Masks bad words' })
  description?: string | null;

  @TextField('Who made it.', { optional: true, nullable: true, maxLength: 256 })
  author?: string | null;

  @EnumField(
    'Where it runs. Unless given, it is seen in the entry point: an address is `http`, the name of what is built in is ' +
      '`builtin`, and without one it is `none`, which runs nothing.',
    PLUGIN_KINDS,
    { optional: true, nullable: true },
  )
  kind?: PluginKind | null;

  @TextField(
    'An http or https address on the public internet (what is sent there stands in docs/plugins.md), or the name of a ' +
      'built-in plugin.',
    { optional: true, nullable: true, maxLength: 2_048, example: 'https://plugins.example.com/profanity' },
  )
  entryPoint?: string | null;

  @TextField(
    'The address of an MCP server (Streamable HTTP): the entry point of a plugin of kind `mcp`, which it makes it.',
    {
      optional: true,
      nullable: true,
      maxLength: 2_048,
    },
  )
  serverUrl?: string | null;

  @NestedListField('When it takes part in a turn.', () => PluginHookField, {
    optional: true,
    nullable: true,
    maxItems: PLUGIN_LIMITS.hooks,
    example: [{ name: 'post-process', priority: 10 }],
  })
  hooks?: PluginHookField[] | null;

  @NestedListField('What models may call of it; only for kind `http`.', () => PluginToolField, {
    optional: true,
    nullable: true,
    maxItems: PLUGIN_LIMITS.tools,
  })
  tools?: PluginToolField[] | null;

  @NestedListField('What it asks of whoever installs it.', () => PluginConfigOption, {
    optional: true,
    nullable: true,
    maxItems: PLUGIN_LIMITS.configOptions,
    example: [{ name: 'maskChar', type: 'string', required: true }],
  })
  configOptions?: PluginConfigOption[] | null;

  @ObjectField(
    'JSON Schema (draft 2020-12) of its configuration, beside or instead of the options. Properties that are `writeOnly`, or ' +
      'of format `password`, are secrets.',
    { optional: true, nullable: true },
  )
  configSchema?: Record<string, unknown> | null;

  @IntegerField('How long one call may take, milliseconds.', {
    optional: true,
    nullable: true,
    min: PLUGIN_LIMITS.timeoutMs.min,
    max: PLUGIN_LIMITS.timeoutMs.max,
    default: PLUGIN_LIMITS.timeoutMs.default,
  })
  timeoutMs?: number | null;
}

export class UpdatePlugin extends AllOptional(RegisterPlugin) {}

export class RegisteredPlugin {
  @IdField('Its id.')
  id: string;

  @TextField('Its name.', { example: 'profanity-filter' })
  name: string;

  @TextField('Its version.', { example: '1.0.0' })
  version: string;

  @TextField('What it does.', { nullable: true })
  description: string | null;

  @TextField('Who made it.', { nullable: true })
  author: string | null;

  @EnumField('Where it runs.', PLUGIN_KINDS)
  kind: PluginKind;

  @TextField('Its address, or the name of the built-in plugin that it is.', { nullable: true })
  entryPoint: string | null;

  @NestedListField('When it takes part in a turn.', () => PluginHookField)
  hooks: PluginHookField[];

  @NestedListField('What models may call of it.', () => PluginToolField)
  tools: PluginToolField[];

  @NestedListField('What it asks of whoever installs it.', () => PluginConfigOption)
  configOptions: PluginConfigOption[];

  @ObjectField('JSON Schema of its configuration.', { nullable: true })
  configSchema: Record<string, unknown> | null;

  @IntegerField('How long one call may take, milliseconds; null: the default.', { nullable: true })
  timeoutMs: number | null;

  @BooleanField('Whether it is one of every team, which cannot be changed.')
  isSystem: boolean;

  @TextField('What its calls are signed with. Shown only when it is new.', { optional: true })
  secret?: string;

  @DateField('When it was registered.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

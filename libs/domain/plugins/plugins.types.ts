import type { PageRequest } from '#kernel';

/** `none` runs nothing; `builtin` is part of Parley; `http` and `mcp` run elsewhere. */
export const PLUGIN_KINDS = ['none', 'builtin', 'http', 'mcp'] as const;
export type PluginKind = (typeof PLUGIN_KINDS)[number];

export const HOOK_NAMES = ['pre-process', 'post-process'] as const;
export type HookName = (typeof HOOK_NAMES)[number];

export interface PluginHook {
  name: HookName;
  /** Lower ones run first. */
  priority: number;
  /** For the plugin itself, when it has several for one hook. */
  handler?: string;
}

/** What a model may call of a plugin of kind `http`; others say by themselves what they have. */
export interface PluginToolDescription {
  name: string;
  description: string;
  /** JSON Schema of an object. */
  parameters: Readonly<Record<string, unknown>>;
}

export const OPTION_TYPES = ['string', 'number', 'integer', 'boolean', 'enum', 'list', 'object', 'secret'] as const;
/** `list`: of texts; `secret`: a text or an object of texts, sealed and never shown. */
export type OptionType = (typeof OPTION_TYPES)[number];

export interface ConfigOption {
  name: string;
  type: OptionType;
  required: boolean;
  default?: unknown;
  description?: string;
  /** What an `enum` may be, or each text of a `list`. */
  values?: readonly string[];
}

export type PluginConfig = Readonly<Record<string, unknown>>;

/** What a plugin is and what it wants to be told. */
export interface PluginManifest {
  name: string;
  version: string;
  description: string | null;
  author: string | null;
  kind: PluginKind;
  entryPoint: string | null;
  hooks: readonly PluginHook[];
  tools: readonly PluginToolDescription[];
  configOptions: readonly ConfigOption[];
  configSchema: PluginConfig | null;
  /** Of one call; null: the default. */
  timeoutMs: number | null;
}

export interface Plugin extends PluginManifest {
  id: string;
  /** Null: of every team. */
  teamId: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** With the secret that its calls are signed with, when there is a new one: it is told this once. */
export interface PluginWithSecret {
  plugin: Plugin;
  secret?: string;
}

/** What a caller says of a plugin, unchecked but for the types of its fields. */
export interface PluginInput {
  name?: string;
  version?: string;
  description?: string | null;
  author?: string | null;
  kind?: PluginKind | null;
  entryPoint?: string | null;
  hooks?: readonly { name: string; priority?: number; handler?: string | null }[] | null;
  tools?: readonly { name: string; description?: string | null; parameters?: PluginConfig | null }[] | null;
  configOptions?: readonly ConfigOptionInput[] | null;
  configSchema?: PluginConfig | null;
  timeoutMs?: number | null;
}

export interface ConfigOptionInput {
  name: string;
  type: string;
  required?: boolean | null;
  default?: unknown;
  description?: string | null;
  values?: readonly string[] | null;
}

/** A plugin at work for one bot, as its owner sees it: secrets are masked. */
export interface InstalledPlugin {
  id: string;
  botId: string;
  plugin: Plugin;
  isEnabled: boolean;
  config: PluginConfig;
  createdAt: Date;
  updatedAt: Date;
}

export interface InstallPlugin {
  pluginId: string;
  config?: PluginConfig;
  isEnabled?: boolean;
}

export interface InstalledPluginPatch {
  config: PluginConfig;
  isEnabled?: boolean;
}

export type PluginListRequest = PageRequest;

/** How its runs went, as this process saw them since it began. */
export interface PluginHealth {
  runs: number;
  failures: number;
  lastRunAt: Date | null;
  /** Null when its last run was fine. */
  lastError: string | null;
}

export interface PluginStatus {
  botId: string;
  pluginId: string;
  status: 'active' | 'disabled' | 'error';
  isEnabled: boolean;
  version: string;
  /** What the check found, else what was wrong with its last run. */
  lastError: string | null;
  checkedAt: Date;
  health: PluginHealth;
}

export const PLUGIN_LIMITS = {
  /** Of a team; they are listed and compared by name. */
  pluginsOfTeam: 200,
  /** At one bot: each may take time of every turn. */
  installedOfBot: 20,
  hooks: 10,
  tools: 32,
  configOptions: 50,
  configBytes: 32_768,
  secretLength: 8_192,
  timeoutMs: { min: 100, default: 5_000, max: 30_000 },
} as const;

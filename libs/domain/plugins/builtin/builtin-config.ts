/** Values of configurations, which may be older than the options that are asked for. */
import type { PluginConfig } from '../plugins.types';

export function textIn(config: PluginConfig, name: string, fallback: string): string {
  const value = config[name];
  return typeof value === 'string' && value !== '' ? value : fallback;
}

export function numberIn(
  config: PluginConfig,
  name: string,
  fallback: number,
  [min, max]: readonly [number, number],
): number {
  const value = config[name];
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : fallback;
}

export function textsIn(config: PluginConfig, name: string, fallback: readonly string[]): readonly string[] {
  const value = config[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : fallback;
}

/** One character, however many code units it has. */
export function maskCharacterIn(config: PluginConfig): string {
  const [first = '*'] = textIn(config, 'maskChar', '*');
  return first;
}

import type { PluginConfig } from '../plugins.types';
import { PluginFault } from './plugin-fault';

const MAX_LENGTH = 32_768;

/** What a model wrote; some write nothing at all for no arguments. @throws PluginFault in words for the model */
export function argumentsIn(text: string): PluginConfig {
  if (text.length > MAX_LENGTH) throw new PluginFault(`The arguments must be at most ${MAX_LENGTH} characters long.`);
  if (text.trim() === '') return {};
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PluginFault('The arguments must be a JSON object.');
  return value as PluginConfig;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PluginFault('The arguments are no valid JSON.');
  }
}

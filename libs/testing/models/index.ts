export { insertPresets } from './insert-presets';

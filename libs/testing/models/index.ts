export { calibratedEmbedding } from './calibrated-embedding';
export { CALIBRATION_CONCEPTS, calibrationScore } from './calibration-concepts';
export { insertPresets } from './insert-presets';

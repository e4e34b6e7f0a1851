import type { Model, ModelStatus } from '../models.types';
import { toRegisteredModel } from './models.mapper';

const MODEL: Model = {
  id: 7,
  teamId: '0190f000-0000-7000-8000-000000000002',
  kind: 'embedding',
  provider: 'ollama',
  name: 'Vectors',
  model: 'nomic',
  baseUrl: 'https://models.example',
  hasCredentials: false,
  contextTokens: null,
  inputPrice: null,
  outputPrice: null,
  capabilities: { streaming: false, tools: false, json: false, images: false },
  settings: { dimensions: 256 },
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
  updatedAt: new Date('2026-01-03T00:00:00Z'),
};
const STATUS: ModelStatus = {
  state: 'failing',
  since: new Date('2026-01-04T00:00:00Z'),
  lastError: 'HTTP 503',
  pausedUntil: null,
  calls: 3,
  failures: 1,
};

test('a model on the wire shows all settings, times in ISO 8601, how it is, and not its team', () => {
  const { teamId: _, ...shown } = MODEL;
  expect(toRegisteredModel(MODEL, STATUS)).toEqual({
    ...shown,
    settings: { apiVersion: null, dimensions: 256, timeoutMs: null },
    isPreset: false,
    status: { ...STATUS, since: '2026-01-04T00:00:00.000Z' },
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-03T00:00:00.000Z',
  });
  expect(toRegisteredModel({ ...MODEL, teamId: null }, STATUS).isPreset).toBe(true);
});

import { toArtifact, toListedArtifact, toListedVersion, toVersion } from './artifacts.mapper';

const ARTIFACT = {
  id: '0190f000-0000-7000-8000-000000000001',
  teamId: '0190f000-0000-7000-8000-000000000002',
  version: 2,
  title: 'My Document',
  type: 'markdown' as const,
  content: 'Text.',
  contentLength: 5,
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
  updatedAt: new Date('2026-01-03T00:00:00Z'),
};

const VERSION = {
  artifactId: ARTIFACT.id,
  version: 2,
  title: 'My Document',
  type: 'markdown' as const,
  content: 'Text.',
  contentLength: 5,
  restoredFrom: 1,
  createdAt: new Date('2026-01-03T00:00:00Z'),
};

const LISTED = {
  id: ARTIFACT.id,
  title: 'My Document',
  type: 'markdown',
  version: 2,
  contentLength: 5,
  createdAt: '2026-01-02T03:04:05.678Z',
  updatedAt: '2026-01-03T00:00:00.000Z',
};

const LISTED_VERSION = {
  version: 2,
  title: 'My Document',
  type: 'markdown',
  contentLength: 5,
  restoredFrom: 1,
  createdAt: '2026-01-03T00:00:00.000Z',
};

test('an artifact on the wire has times in ISO 8601 and no team; listed, it has no content either', () => {
  expect(toArtifact(ARTIFACT)).toEqual({ ...LISTED, content: 'Text.' });
  expect(toListedArtifact(ARTIFACT)).toEqual(LISTED);
});

test('a version says what it brought back, and null for nothing', () => {
  expect(toVersion(VERSION)).toEqual({ ...LISTED_VERSION, content: 'Text.' });
  expect(toListedVersion(VERSION)).toEqual(LISTED_VERSION);
  expect(toListedVersion({ ...VERSION, restoredFrom: null }).restoredFrom).toBeNull();
});

import { defineEvent } from '#infra/events';

export interface ArtifactEventData {
  artifactId: string;
  title: string;
  type: string;
  version: number;
}

export const artifactCreated = defineEvent<'artifact.created', ArtifactEventData>('artifact.created');

/** Told of every new version, restored ones too. */
export const artifactUpdated = defineEvent<'artifact.updated', ArtifactEventData>('artifact.updated');

/** With its last version. Not told of artifacts that go with their team. */
export const artifactDeleted = defineEvent<'artifact.deleted', ArtifactEventData>('artifact.deleted');

import type {
  ArtifactSummary,
  ArtifactVersionSummary,
  Artifact as StoredArtifact,
  ArtifactVersion as StoredVersion,
} from '../artifacts.types';
import type { Artifact, ArtifactVersion, ListedArtifact, ListedArtifactVersion } from './artifacts.dto';

export function toListedArtifact(artifact: ArtifactSummary): ListedArtifact {
  const { id, title, type, version, contentLength, createdAt, updatedAt } = artifact;
  return {
    id,
    title,
    type,
    version,
    contentLength,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toArtifact(artifact: StoredArtifact): Artifact {
  return { ...toListedArtifact(artifact), content: artifact.content };
}

export function toListedVersion(summary: ArtifactVersionSummary): ListedArtifactVersion {
  const { version, title, type, contentLength, restoredFrom, createdAt } = summary;
  return { version, title, type, contentLength, restoredFrom, createdAt: createdAt.toISOString() };
}

export function toVersion(version: StoredVersion): ArtifactVersion {
  return { ...toListedVersion(version), content: version.content };
}

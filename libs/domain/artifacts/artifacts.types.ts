export const ARTIFACT_TYPES = ['markdown', 'code', 'text', 'html', 'csv', 'json'] as const;
export type ArtifactType = (typeof ARTIFACT_TYPES)[number];

export const DEFAULT_ARTIFACT_TYPE: ArtifactType = 'markdown';

/** What callers check an artifact against before they hand it over, in characters. */
export const ARTIFACT_LIMITS = { titleLength: 255, contentLength: 1_000_000 } as const;

/** A text that is worked on, as its last version has it, without what it says. */
export interface ArtifactSummary {
  id: string;
  teamId: string;
  /** From 1, and one more with every update. */
  version: number;
  title: string;
  type: ArtifactType;
  /** In characters. */
  contentLength: number;
  createdAt: Date;
  /** Later with every version. */
  updatedAt: Date;
}

export interface Artifact extends ArtifactSummary {
  /** May be empty. */
  content: string;
}

/** What an artifact was at some time, without what it said. */
export interface ArtifactVersionSummary {
  artifactId: string;
  version: number;
  title: string;
  type: ArtifactType;
  /** In characters. */
  contentLength: number;
  /** The version that this one brought back; null unless it did. */
  restoredFrom: number | null;
  createdAt: Date;
}

export interface ArtifactVersion extends ArtifactVersionSummary {
  content: string;
}

export interface NewArtifact {
  /** Stored without blanks around it. */
  title: string;
  content: string;
  /** Default: `markdown`. */
  type?: ArtifactType;
}

/** Absent fields stay as they are; at least one of title, content and type is there. */
export interface ArtifactPatch extends Partial<NewArtifact> {
  /** The version that the change was made to; refused when there is a later one. */
  expectedVersion?: number;
}

export interface SliceRequest {
  limit: number;
  offset: number;
}

export interface ArtifactListRequest extends SliceRequest {
  type?: ArtifactType;
  /** Part of the title or of the content, whatever the case. */
  search?: string;
}

export interface Slice<Item> {
  items: Item[];
  /** Of all slices together. */
  total: number;
}

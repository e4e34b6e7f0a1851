/** A piece of a document, as its sender has cut it. */
export interface DocumentNode {
  text: string;
  /** In the vocabulary of unstructured.io: `NarrativeText`, `Title`, `ListItem`, `Table`, ... */
  type: string;
  /** Searches can be narrowed by it. */
  metadata: Record<string, unknown>;
}

/** What goes with the nodes, such as a picture; found by its description. */
export interface DocumentAsset {
  uuid: string;
  mediaType: string;
  dataBase64: string;
  description: string;
}

/** What callers check a document against before they hand it over. Lengths in characters, metadata as JSON in UTF-8. */
export const NODE_LIMITS = {
  nameLength: 512,
  nodes: 10_000,
  textLength: 1_000_000,
  typeLength: 64,
  metadataBytes: 65_536,
  assets: 1_000,
  descriptionLength: 10_000,
} as const;

export interface NodesDocument {
  /** What machines call it; by it alone they change and delete it. */
  name: string;
  nodes: readonly DocumentNode[];
  assets: readonly DocumentAsset[];
  /** Of the whole document; searches can be narrowed by it. */
  metadata: Record<string, unknown>;
}

export interface StoredNodes {
  documentId: string;
  name: string;
  /** Tokens that an embedding model has read; 0 when the base has none, or it did not answer. */
  embeddingTokens: number;
}

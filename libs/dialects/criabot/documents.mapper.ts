import type { DocumentNode, NodesDocument } from '#domain/documents';
import type { UploadedDocument, DocumentNode as WireNode } from './documents.dto';

const DEFAULT_TYPE = 'UncategorizedText';

export function toNodesDocument({ file_name, file_contents, file_metadata }: UploadedDocument): NodesDocument {
  return {
    name: file_name,
    nodes: file_contents.nodes.map(toNode),
    assets: (file_contents.assets ?? []).map(({ uuid, data_mimetype, data_base64, description }) => ({
      uuid,
      mediaType: data_mimetype,
      dataBase64: data_base64,
      description: description ?? '',
    })),
    metadata: file_metadata ?? {},
  };
}

function toNode({ text, type, metadata }: WireNode): DocumentNode {
  return { text, type: type === 'text' ? 'NarrativeText' : type || DEFAULT_TYPE, metadata: metadata ?? {} };
}

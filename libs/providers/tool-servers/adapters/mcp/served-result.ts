import type { ServedResult } from '../../tool-servers.contract';

type Block = { type: string } & Record<string, unknown>;

interface CallResult {
  content?: unknown;
  structuredContent?: unknown;
  isError?: boolean | undefined;
}

/** As text, which is all that models are given. */
export function servedResult({ content, structuredContent, isError }: CallResult): ServedResult {
  const blocks = Array.isArray(content) ? (content as Block[]) : [];
  const text = blocks.map(textOf).join('\n');
  return {
    text: text === '' && structuredContent !== undefined ? JSON.stringify(structuredContent) : text,
    isError: isError === true,
  };
}

/** Images and sounds are named: a model that reads text can do nothing with their bytes. */
function textOf(block: Block): string {
  switch (block.type) {
    case 'text':
      return String(block.text);
    case 'resource':
      return resourceText(block.resource as Record<string, unknown>);
    case 'resource_link':
      return `${block.name ?? ''} ${block.uri ?? ''}`.trim();
    default:
      return `[${block.type}${typeof block.mimeType === 'string' ? ` ${block.mimeType}` : ''}]`;
  }
}

function resourceText(resource: Record<string, unknown>): string {
  return typeof resource.text === 'string' ? resource.text : `[resource ${resource.uri ?? ''}]`;
}

import type { ServedTool } from '../../tool-servers.contract';

/** Descriptions are part of every prompt that has the tool. */
const MAX_DESCRIPTION = 2_000;

interface ListedTool {
  name: string;
  title?: string | undefined;
  description?: string | undefined;
  inputSchema: Record<string, unknown>;
  annotations?: { readOnlyHint?: boolean | undefined; idempotentHint?: boolean | undefined } | undefined;
}

export function servedTool({ name, title, description, inputSchema, annotations }: ListedTool): ServedTool {
  const isRepeatable = annotations?.readOnlyHint === true || annotations?.idempotentHint === true;
  return {
    name,
    description: (description ?? title ?? '').slice(0, MAX_DESCRIPTION),
    parameters: inputSchema,
    ...(isRepeatable ? { isRepeatable } : {}),
  };
}

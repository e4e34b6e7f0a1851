import type { Document, DocumentedOperation, Parameter, Schema } from './documented-operations';

export interface ReadParameter {
  parameter: Parameter;
  /** Undefined when it was not sent. */
  value: unknown;
}

interface Sent {
  query: URLSearchParams;
  headers: Headers;
}

/** Parameters as values of their schemas: numbers and booleans from text, lists from repetition or commas. */
export function readParameters(operation: DocumentedOperation, sent: Sent): ReadParameter[] {
  const { parameters = [], document } = operation;
  return parameters.map((parameter) => ({ parameter, value: sentValue(operation, document, parameter, sent) }));
}

function sentValue(
  { pathValues }: DocumentedOperation,
  document: Document,
  parameter: Parameter,
  { query, headers }: Sent,
): unknown {
  const { name, schema } = parameter;
  if (parameter.in === 'path') return converted(pathValues[name] ?? '', resolved(document, schema).type);
  if (parameter.in === 'header') return headers.get(name) ?? undefined;
  const texts = query.getAll(name);
  if (texts.length === 0) return undefined;
  const { type } = resolved(document, schema);
  if (type === 'array')
    return texts
      .flatMap((text) => text.split(','))
      .filter(Boolean)
      .map((text) => text.trim());
  return texts.length > 1 ? texts : converted(texts[0] ?? '', type);
}

function converted(text: string, type: Schema['type']): unknown {
  if (type === 'integer' || type === 'number') return text.trim() === '' ? text : Number(text);
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function resolved(document: Document, schema: Schema): Schema {
  const name = schema.$ref?.slice('#/components/schemas/'.length);
  return name === undefined ? schema : (document.components.schemas?.[name] ?? schema);
}

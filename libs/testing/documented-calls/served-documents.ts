import { type Document, must, WireClient } from '../parley';

const NAMES = ['platform', 'assistant', 'support', 'manager', 'criabot', 'openai', 'mcp'];
const UNION = '/openapi.json';

/**
 * The OpenAPI documents of all dialects, as a running server answers them.
 *
 * @throws Error when the union has a path that is in none of them
 */
export async function servedDocuments(baseUrl: string): Promise<Document[]> {
  const wire = new WireClient(baseUrl);
  const read = async (path: string) => must(await wire.get(path), 200).body;
  const documents = await Promise.all(
    NAMES.map(async (name) => ({ ...(await read(`/openapi/${name}.json`)), name }) as Document),
  );
  const known = new Set(documents.flatMap(({ paths }) => Object.keys(paths)));
  const unknown = Object.keys((await read(UNION)).paths).filter((path) => !known.has(path));
  if (unknown.length > 0)
    throw new Error(`These paths are of a dialect that libs/testing/documented-calls does not know: ${unknown}.`);
  return documents;
}

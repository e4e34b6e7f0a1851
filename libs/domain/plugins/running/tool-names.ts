/** What providers of models let tools be called. */
const MAX_NAME = 64;

/** Names for tools, in their order: as they are called, with the plugin's name before it where two are called the same. */
export function uniqueToolNames(tools: readonly { plugin: string; tool: string }[]): string[] {
  const taken = new Set<string>();
  return tools.map(({ plugin, tool }) => {
    const name = firstFree(candidates(plugin, tool), taken);
    taken.add(name);
    return name;
  });
}

function* candidates(plugin: string, tool: string): Generator<string> {
  yield safe(tool);
  yield safe(`${plugin}_${tool}`);
  for (let number = 2; ; number += 1) yield `${safe(`${plugin}_${tool}`).slice(0, MAX_NAME - 4)}_${number}`;
}

function safe(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, MAX_NAME) || 'tool';
}

function firstFree(names: Generator<string>, taken: ReadonlySet<string>): string {
  for (const name of names) if (!taken.has(name)) return name;
  return '';
}

/** Reading JSON of which nothing is known. What no database stores is left out of texts: NUL, and halves of pairs. */

/** What stands at a path of names and positions; undefined when there is nothing. */
export function fieldOf(value: unknown, ...path: ReadonlyArray<string | number>): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string | number, unknown>)[step];
  }
  return found;
}

/** A text that is not empty. */
export function textAt(value: unknown, ...path: ReadonlyArray<string | number>): string | undefined {
  const found = fieldOf(value, ...path);
  const text = typeof found === 'string' ? found.replaceAll('\0', '').toWellFormed() : '';
  return text === '' ? undefined : text;
}

/** An id, which some platforms write as a number. */
export function idAt(value: unknown, ...path: ReadonlyArray<string | number>): string | undefined {
  const found = fieldOf(value, ...path);
  return Number.isSafeInteger(found) ? String(found) : textAt(value, ...path);
}

export function numberAt(value: unknown, ...path: ReadonlyArray<string | number>): number | undefined {
  const found = fieldOf(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

export function listAt(value: unknown, ...path: ReadonlyArray<string | number>): readonly unknown[] {
  const found = fieldOf(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Without those that have no value, so that optional properties are absent. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}

type Present<Fields> = {
  [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name];
} & { [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<Fields[Name], undefined> };

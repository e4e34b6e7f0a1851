/** An id in the path of a route. */
export interface PathId {
  parameter: string;
  /** The noun by which the dialect's codec knows it. */
  kind: string;
}

/** By the handler of the route. */
const DECLARED = new WeakMap<object, PathId[]>();

export function declarePathId(handler: object, id: PathId): void {
  DECLARED.set(handler, [...(DECLARED.get(handler) ?? []), id]);
}

export function pathIdsOf(handler: object): readonly PathId[] {
  return DECLARED.get(handler) ?? [];
}

const DECLARED = new WeakSet<object>();

/**
 * The POST route creates and sends nothing, or does the same however often: an `Idempotency-Key` is not looked at. All other POST
 * routes are executed once for each key (`once.ts`).
 */
export function Repeatable(): MethodDecorator {
  return (_target, _name, descriptor) => {
    DECLARED.add(descriptor.value as object);
  };
}

export function isRepeatable(handler: object): boolean {
  return DECLARED.has(handler);
}

import { fieldsOf } from './field';

type Constructor<Instance> = new () => Instance;

/**
 * The class of an update: every field of `type`, all optional. Unlike Nest's `PartialType` it neither lets null pass nor
 * copies initialisers, which would write the defaults of creation over what is stored.
 *
 * @example class UpdateChatbot extends AllOptional(CreateChatbot) {}
 */
export function AllOptional<Instance extends object>(type: Constructor<Instance>): Constructor<Partial<Instance>> {
  class Optional {}
  for (const [name, { asOptional }] of fieldsOf(type)) asOptional()(Optional.prototype, name);
  return Optional as Constructor<Partial<Instance>>;
}

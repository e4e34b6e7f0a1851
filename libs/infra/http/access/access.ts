import type { Scope } from '#kernel';

/** Who may call a route, beyond having a credential. */
export interface AccessRule {
  public?: boolean;
  userOnly?: boolean;
  adminOnly?: boolean;
  teamRole?: 'owner' | 'admin';
  scope?: Scope;
  /** Keys of a bot may call it too, whatever else the rule says of keys, and services let them do this. */
  botKey?: readonly Scope[];
  /** Keys that are for some bots may call it, though no id in its path says which bot it is about. */
  botsKey?: boolean;
  /** The same for public keys of web pages and for the visitors who came by them. */
  visitor?: readonly Scope[];
}

/** By the method or class that a rule was written on. */
const DECLARED = new WeakMap<object, AccessRule>();

/** No credential is needed; one that is given is still resolved. */
export const Public = () => access({ public: true });

/** People only: an API key gets 403, whatever its scopes. */
export const UserOnly = () => access({ userOnly: true });

/** People whose role is admin. */
export const AdminOnly = () => access({ adminOnly: true });

/** People who are owners of their team, or at least admins of it: for what no scope says. */
export const NeedsTeamRole = (atLeast: 'owner' | 'admin') => access({ teamRole: atLeast });

/** Keys need this scope, and so do people by their role in the team. */
export const NeedsScope = (scope: Scope) => access({ scope });

/**
 * Keys of a bot may call the route as well; they are refused wherever this is not said. Which bot it is about, the route has
 * to check. `scopes` is what services that ask for a scope let them do meanwhile.
 */
export const AllowsBotKey = (...scopes: Scope[]) => access({ botKey: scopes });

/**
 * Keys that are for some bots may call the route, though its path names none. They are refused wherever neither this nor
 * `@AllowsBotKey()` is said, unless an id in the path is of one of their bots. What else it is about, services have to check.
 */
export const AllowsKeysOfBots = () => access({ botsKey: true });

/**
 * Public keys, and visitors who began a conversation with one, may call the route as well; they are refused wherever this is
 * not said. Which bot and conversation it is about, services have to check.
 */
export const AllowsVisitors = (...scopes: Scope[]) => access({ visitor: scopes });

/** Rules of one method or class add up; those of a method go before those of its class. */
function access(rule: AccessRule): MethodDecorator & ClassDecorator {
  return (target: object, _key?: string | symbol, descriptor?: PropertyDescriptor) => {
    const holder = descriptor ? (descriptor.value as object) : target;
    DECLARED.set(holder, { ...DECLARED.get(holder), ...rule });
  };
}

/** By handler, which no two controllers share. */
const COMBINED = new WeakMap<object, AccessRule>();

export function accessRuleOf(handler: object, controller: object): AccessRule {
  const known = COMBINED.get(handler);
  if (known) return known;
  const [own, inherited] = [DECLARED.get(handler), DECLARED.get(controller)];
  const rule = { ...inherited, ...own, public: (own ? own.public : inherited?.public) === true };
  COMBINED.set(handler, rule);
  return rule;
}

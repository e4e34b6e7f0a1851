import type { Actor } from '#kernel';
import type { Credential } from './dialect';

/** Turns a credential into an actor; bound to `identity` by the app. Also the injection token. */
export abstract class ActorResolver {
  /** Undefined when the credential is unknown, expired, revoked or its user disabled. */
  abstract resolve(credential: Credential): Promise<Actor | undefined>;
}

import type { Actor } from '#kernel';
import type { Credential } from './dialect';

/** Turns a credential into an actor; bound to `identity` by the app. Also the injection token. */
export abstract class ActorResolver {
  /** Undefined when the credential is unknown, expired, revoked or its user disabled. */
  abstract resolve(credential: Credential): Promise<Actor | undefined>;

  /** Whether some public key is for pages of this origin: before a page's request comes its key is not known. */
  abstract isPageOrigin(origin: string): Promise<boolean>;
}

import type { Actor, KeyActor } from '#kernel';
import type { Credential } from './dialect';

/** Turns a credential into an actor; bound to `identity` by the app. Also the injection token. */
export abstract class ActorResolver {
  /** Undefined when the credential is unknown, expired, revoked or its user disabled. */
  abstract resolve(credential: Credential): Promise<Actor | undefined>;

  /** Whether some public key is for pages of this origin: before a page's request comes its key is not known. */
  abstract isPageOrigin(origin: string): Promise<boolean>;

  /**
   * Of a key that is for some bots: whether the thing is one of them or of one of them; also false when there is none.
   * Undefined for kinds of things that are of no bot.
   */
  abstract isOfBotsOf(key: KeyActor, kind: string, id: string): Promise<boolean | undefined>;
}

import type { BotKeyActor, KeyActor, UserActor, WidgetKeyActor } from '#kernel';

/** A login that stands. */
export interface KnownLogin {
  actor: UserActor;
}

/** A key that stands, though it may have expired. */
export interface KnownKey {
  actor: KeyActor;
  /** Undefined: the key does not expire. */
  expiresAtMs: number | undefined;
  /** As the row said when it was read, then as noted since; 0 when never. */
  lastUsedAtMs: number;
}

/** A public key that stands, though it may have expired. */
export interface KnownPublicKey {
  actor: WidgetKeyActor;
  /** Who made it. */
  userId: string;
  expiresAtMs: number | undefined;
}

/** A key of a bot that stands. */
export interface KnownBotKey {
  actor: BotKeyActor;
}

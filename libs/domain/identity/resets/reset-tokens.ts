import { Injectable } from '@nestjs/common';
import { Clock, HOUR_MS, newId } from '#kernel';
import { hashOfToken, newOpaqueToken } from '../opaque-tokens';
import { ResetTokensQueries } from './reset-tokens.queries';

export const RESET_TOKEN_LIFETIME_MS = HOUR_MS;

/** Between a token's expiry and its deletion, for processes whose clocks differ. */
const PRUNE_GRACE_MS = HOUR_MS;

/**
 * Tokens that let a user choose a new password: valid for an hour, until one of them is used, and until the password or
 * the address changes in any other way. Only hashes are stored.
 */
@Injectable()
export class ResetTokens {
  constructor(
    private readonly queries: ResetTokensQueries,
    private readonly clock: Clock,
  ) {}

  /** Undefined when the user is gone or disabled. */
  async create(userId: string): Promise<string | undefined> {
    const token = newOpaqueToken();
    const expiresAt = new Date(this.clock.nowMs() + RESET_TOKEN_LIFETIME_MS);
    const isMade = await this.queries.insert({ id: newId(), userId, hash: hashOfToken(token), expiresAt });
    return isMade ? token : undefined;
  }

  isValid(token: string): Promise<boolean> {
    return this.queries.isValid(hashOfToken(token), this.clock.now());
  }

  /** Uses it up, and all others of its user, whose id it answers. To be called in the transaction that acts on it. */
  spend(token: string): Promise<string | undefined> {
    return this.queries.spend(hashOfToken(token), this.clock.now());
  }

  async prune(): Promise<void> {
    await this.queries.prune(new Date(this.clock.nowMs() - PRUNE_GRACE_MS));
  }
}

import { Injectable } from '@nestjs/common';
import { type ActorResolver, type Credential } from '#infra/http';
import { type Actor, Clock } from '#kernel';
import { isBotKey, isSecretKey } from '../keys/key-text';
import { AccessTokens } from '../logins/access-tokens';
import { hashOfToken } from '../opaque-tokens';
import { KeyUsage } from './key-usage';
import { Principals } from './principals';

/**
 * Who is behind a credential. Signature, form and expiry are checked at every request; that the login or key still
 * stands, and with which role, plan and scopes, is read from the rows and remembered for seconds (`Principals`).
 */
@Injectable()
export class IdentityActorResolver implements ActorResolver {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly principals: Principals,
    private readonly keyUsage: KeyUsage,
    private readonly clock: Clock,
  ) {}

  resolve(credential: Credential): Promise<Actor | undefined> {
    return credential.type === 'jwt' ? this.userOf(credential.value) : this.keyOf(credential.value);
  }

  private async userOf(accessToken: string): Promise<Actor | undefined> {
    const claims = this.accessTokens.read(accessToken);
    if (!claims) return undefined;
    const login = await this.principals.login(claims.loginId);
    return login?.actor.userId === claims.userId ? login.actor : undefined;
  }

  private async keyOf(text: string): Promise<Actor | undefined> {
    if (isBotKey(text)) return (await this.principals.botKey(hashOfToken(text)))?.actor;
    if (!isSecretKey(text)) return undefined;
    const key = await this.principals.key(hashOfToken(text));
    if (!key || (key.expiresAtMs !== undefined && key.expiresAtMs <= this.clock.nowMs())) return undefined;
    this.keyUsage.note(key);
    return key.actor;
  }
}

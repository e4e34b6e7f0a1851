import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { type ActorResolver, type Credential } from '#infra/http';
import { type Actor, Clock, type KeyActor, opensBot, SECOND_MS, type WidgetKeyActor } from '#kernel';
import { ConversationTokens, isConversationToken } from '../keys/conversation-tokens';
import { isBotKey, isPublicKey, isSecretKey } from '../keys/key-text';
import { WidgetKeysQueries } from '../keys/widget-keys.queries';
import { AccessTokens } from '../logins/access-tokens';
import { hashOfToken } from '../opaque-tokens';
import type { KnownPublicKey } from './actors.types';
import { BotTiesQueries } from './bot-ties.queries';
import { KeyUsage } from './key-usage';
import { Principals } from './principals';

/** What dialects call a bot in their paths. */
const BOT_NOUNS = ['bot', 'chatbot'];

/** A browser asks again for each page; a new key's pages wait this long at most. */
const PAGE_ORIGINS = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 1_000 };

/**
 * Who is behind a credential. Signature, form and expiry are checked at every request; that the login or key still
 * stands, and with which role, plan and scopes, is read from the rows and remembered for seconds (`Principals`).
 */
@Injectable()
export class IdentityActorResolver implements ActorResolver {
  private readonly pageOrigins: LookupCache<{ isAllowed: boolean }>;

  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly principals: Principals,
    private readonly keyUsage: KeyUsage,
    private readonly conversationTokens: ConversationTokens,
    private readonly widgetKeys: WidgetKeysQueries,
    private readonly ties: BotTiesQueries,
    private readonly clock: Clock,
  ) {
    this.pageOrigins = new LookupCache(clock, PAGE_ORIGINS);
  }

  resolve(credential: Credential): Promise<Actor | undefined> {
    return credential.type === 'jwt' ? this.userOf(credential.value) : this.keyOf(credential.value);
  }

  async isPageOrigin(origin: string): Promise<boolean> {
    const read = async () => ({ isAllowed: await this.widgetKeys.isAllowedOrigin(origin) });
    return (await this.pageOrigins.get(origin, read))?.isAllowed === true;
  }

  async isOfBotsOf(key: KeyActor, kind: string, id: string): Promise<boolean | undefined> {
    if (BOT_NOUNS.includes(kind)) return opensBot(key, id);
    if (!this.ties.knows(kind)) return undefined;
    const botId = await this.ties.botOf(key.teamId, kind, id);
    return botId !== undefined && opensBot(key, botId);
  }

  private async userOf(accessToken: string): Promise<Actor | undefined> {
    const claims = this.accessTokens.read(accessToken);
    if (!claims) return undefined;
    const login = await this.principals.login(claims.loginId);
    return login?.actor.userId === claims.userId ? login.actor : undefined;
  }

  private async keyOf(text: string): Promise<Actor | undefined> {
    if (isBotKey(text)) return (await this.principals.botKey(hashOfToken(text)))?.actor;
    if (isPublicKey(text)) return this.standing(await this.principals.publicKey(hashOfToken(text)));
    if (isConversationToken(text)) return this.visitorOf(text);
    if (!isSecretKey(text)) return undefined;
    const key = await this.principals.key(hashOfToken(text));
    if (!key || (key.expiresAtMs !== undefined && key.expiresAtMs <= this.clock.nowMs())) return undefined;
    this.keyUsage.note(key);
    return key.actor;
  }

  private async visitorOf(token: string): Promise<Actor | undefined> {
    const { keyId, conversationId } = this.conversationTokens.read(token) ?? {};
    if (keyId === undefined || conversationId === undefined) return undefined;
    const key = this.standing(await this.principals.publicKeyOfId(keyId));
    return key && { ...key, kind: 'visitor', conversationId };
  }

  private standing(key: KnownPublicKey | undefined): WidgetKeyActor | undefined {
    const isExpired = key?.expiresAtMs !== undefined && key.expiresAtMs <= this.clock.nowMs();
    return isExpired ? undefined : key?.actor;
  }
}

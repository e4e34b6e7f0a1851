import { Injectable } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { Clock, type FieldProblem, invalidInput, isUuid, newId, type UserActor } from '#kernel';
import { identityErrors } from '../identity.errors';
import type { ApiKey, CreatePublicKey } from '../identity.types';
import { hashOfToken } from '../opaque-tokens';
import { DEFAULT_KEY_NAME, detailsOf, subjectOf } from './api-keys.service';
import { expiryProblem } from './key-rules';
import { hintOf, newPublicKey } from './key-text';
import { WidgetKeysQueries } from './widget-keys.queries';

const MAX_ORIGINS = 100;
const DEMO_KEY_NAME = 'Demo page';

/** Where the demo page of this installation finds its bot. */
export interface DemoKey {
  apiKey: string;
  botId: string;
}

/**
 * Public keys, which stand in web pages: whoever has one may begin conversations with its bot, from pages of the origins
 * that it names. Only people may make them: the callers see to that.
 */
@Injectable()
export class WidgetKeys {
  constructor(
    private readonly queries: WidgetKeysQueries,
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `input.invalid`; `identity.bot_not_found` also for the bot of another team */
  create(actor: UserActor, input: CreatePublicKey): Promise<{ key: ApiKey; apiKey: string }> {
    return this.insert(actor, input, false);
  }

  /** The key of the demo page, in the place of the one before. @throws as `create` */
  createDemo(actor: UserActor, botId: string): Promise<{ key: ApiKey; apiKey: string }> {
    return this.database.transaction(async () => {
      await this.queries.deleteDemo();
      return this.insert(actor, { botId, name: DEMO_KEY_NAME }, true);
    });
  }

  /** Undefined when there is no demo page, as after its bot was deleted or the key revoked. */
  demo(): Promise<DemoKey | undefined> {
    return this.queries.findDemo();
  }

  private async insert(actor: UserActor, input: CreatePublicKey, isDemo: boolean) {
    const { botId, allowedOrigins = [], expiresAt, name } = input;
    const now = this.clock.now();
    const problems = [originsProblem(allowedOrigins), expiryProblem(expiresAt, now)].filter((problem) => !!problem);
    if (problems.length > 0) throw invalidInput(problems);
    const apiKey = newPublicKey();
    const key: ApiKey = {
      id: newId(),
      type: 'public',
      botId,
      botIds: null,
      allowedOrigins: [...new Set(allowedOrigins.map(originOf))].filter((origin) => origin !== undefined),
      publicText: apiKey,
      name: name?.trim() || DEFAULT_KEY_NAME,
      hint: hintOf(apiKey),
      scopes: [],
      createdAt: now,
      expiresAt: expiresAt ?? null,
      lastUsedAt: null,
    };
    const { teamId, userId } = actor;
    const row = { ...key, teamId, userId, botId, isDemo, hash: hashOfToken(apiKey) };
    await this.database.transaction(async () => {
      if (!isUuid(botId) || !(await this.queries.insert(row))) throw identityErrors.bot_not_found();
      await this.auditLog.record(actor, { act: 'key.created', subject: subjectOf(key), details: detailsOf(key) });
    });
    return { key, apiKey };
  }
}

function originsProblem(origins: readonly string[]): FieldProblem | undefined {
  const rule = `allowedOrigins must be a list of at most ${MAX_ORIGINS} origins, each as https://example.com or http://localhost:8080, without a path`;
  if (origins.length > MAX_ORIGINS) return { field: 'allowedOrigins', message: `${rule}.` };
  const wrong = origins.find((origin) => originOf(origin) === undefined);
  return wrong === undefined
    ? undefined
    : { field: 'allowedOrigins', message: `${rule}; "${wrong.slice(0, 100)}" is none.` };
}

/** As browsers write it (RFC 6454 §6.1); undefined for whatever is more or less than an origin. */
function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
  const isBare = pathname === '/' && search === '' && hash === '' && username === '' && password === '';
  return isBare && (protocol === 'https:' || protocol === 'http:') ? origin : undefined;
}

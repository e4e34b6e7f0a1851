import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { AddressGuard } from '#infra/http-client';
import { type Actor, AppError, SECOND_MS } from '#kernel';
import { Vocabularies } from './vocabulary/vocabularies';
import { asUrlProblem, botUnknown, cleanInput } from './webhook-input';
import type { CreateWebhook, WebhookPatch } from './webhooks.types';

/** Who registers a webhook does not wait longer for somebody else's name server. */
const RESOLVE_LIMIT_MS = 2 * SECOND_MS;

/** Tells whoever describes a webhook what cannot be, by field. It asks name servers: not to be called in a transaction. */
@Injectable()
export class WebhookChecks {
  constructor(
    private readonly vocabularies: Vocabularies,
    private readonly addresses: AddressGuard,
    private readonly bots: BotsService,
  ) {}

  /** The input as it is to be stored. @throws AppError `input.invalid` */
  async pass<Input extends CreateWebhook | WebhookPatch>(actor: Actor, dialect: string, input: Input): Promise<Input> {
    const clean = cleanInput(input, this.vocabularies.namesOf(dialect));
    if (clean.url !== undefined) await this.requireAddress(clean.url);
    if (typeof clean.botId === 'string') await this.requireBot(actor, clean.botId);
    return clean;
  }

  /** What cannot be told in time, or does not exist yet, passes: every delivery checks again what it connects to. */
  private async requireAddress(url: string): Promise<void> {
    const waiting = Promise.withResolvers<void>();
    const timer = setTimeout(waiting.resolve, RESOLVE_LIMIT_MS);
    try {
      await Promise.race([this.addresses.checkResolved(url), waiting.promise]);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'http_client.name_unknown')) throw asUrlProblem(error);
    } finally {
      clearTimeout(timer);
    }
  }

  private async requireBot(actor: Actor, botId: string): Promise<void> {
    await this.bots.get(actor, botId).catch((error: unknown) => {
      throw error instanceof AppError && error.kind === 'not_found' ? botUnknown() : error;
    });
  }
}

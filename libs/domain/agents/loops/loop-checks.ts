import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Models } from '#domain/models';
import { Plugins } from '#domain/plugins';
import { AddressGuard } from '#infra/http-client';
import { type Actor, AppError, type FieldProblem, invalidInput, SECOND_MS } from '#kernel';
import type { LoopDefinition } from './loop-input';

/** Who stores a loop does not wait longer for somebody else's name servers. */
const RESOLVE_LIMIT_MS = 2 * SECOND_MS;

/** What can be said of a loop only by asking others: its addresses, and what it refers to. Not to be called in a transaction. */
@Injectable()
export class LoopChecks {
  constructor(
    private readonly addresses: AddressGuard,
    private readonly models: Models,
    private readonly bots: BotsService,
    private readonly plugins: Plugins,
  ) {}

  /** @throws AppError `input.invalid` naming each field that is not acceptable */
  async pass(actor: Actor, { mcpServers, callbackUrl, pluginIds, knowledgeBotId }: LoopDefinition): Promise<void> {
    const problems = await Promise.all([
      ...mcpServers.map(({ url }, at) => this.addressProblem(`mcpServers.${at}.url`, url)),
      this.addressProblem('callbackUrl', callbackUrl),
      ...pluginIds.map((id, at) => missing(`pluginIds.${at}`, 'a plugin of the team', this.plugins.get(actor, id))),
      ...(knowledgeBotId === null
        ? []
        : [missing('knowledgeBotId', 'a bot of the team', this.bots.get(actor, knowledgeBotId))]),
    ]);
    const found = problems.filter((problem) => problem !== undefined);
    if (found.length > 0) throw invalidInput(found);
  }

  /**
   * In the transaction that stores the loop: what it names stays until then.
   *
   * @throws AppError `input.invalid` naming the field, `bots.not_found` when the bot has gone since the check
   */
  async hold(actor: Actor, { knowledgeBotId, modelId }: LoopDefinition): Promise<void> {
    if (modelId !== null) await this.models.requireUsable(actor.teamId, modelId, 'llm', 'modelId');
    if (knowledgeBotId !== null) await this.bots.hold(actor, knowledgeBotId);
  }

  /** What cannot be told in time, or does not exist yet, passes: every call checks again what it connects to. */
  private async addressProblem(field: string, url: string | null | undefined): Promise<FieldProblem | undefined> {
    if (!url) return undefined;
    const waiting = Promise.withResolvers<void>();
    const timer = setTimeout(waiting.resolve, RESOLVE_LIMIT_MS);
    try {
      await Promise.race([this.addresses.checkResolved(url), waiting.promise]);
      return undefined;
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid_input') throw error;
      if (error.code === 'http_client.name_unknown') return undefined;
      return { field, message: `${field} is not accepted. ${error.message}` };
    } finally {
      clearTimeout(timer);
    }
  }
}

async function missing(field: string, what: string, found: Promise<unknown>): Promise<FieldProblem | undefined> {
  try {
    await found;
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'not_found') throw error;
    return { field, message: `${field} must be the id of ${what}.` };
  }
}

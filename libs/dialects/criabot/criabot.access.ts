/**
 * Who may do what. A master is an owner or admin of the team or a key with the scope `admin`; a bot key may do what its bot's content
 * and chats need, for that bot alone. Everybody else is told the same as a stranger.
 */
import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AllowsBotKey, DialectController, NeedsScope } from '#infra/http';
import type { Scope } from '#kernel';
import { BotNames } from './bot-names';

export const MasterOnly = () => NeedsScope('admin');

/** @param scopes what services that ask for a scope let bot keys do meanwhile */
export const MasterOrBotKey = (...scopes: Scope[]) => applyDecorators(NeedsScope('admin'), AllowsBotKey(...scopes));

/** Refuses a bot key on the path of another bot before the input is looked at. Whether there is such a bot comes later. */
@Injectable()
export class BotPathGuard implements CanActivate {
  constructor(private readonly names: BotNames) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { actor, params } = context.switchToHttp().getRequest<FastifyRequest>();
    const { bot_name: botName } = params as { bot_name: string };
    if (actor) await this.names.permit(actor, botName);
    return true;
  }
}

/** Routes below `/bots/:bot_name/`. */
export function BotController(path: string, tag: string): ClassDecorator {
  return applyDecorators(
    DialectController(`bots/:bot_name/${path}`, { tag }),
    UseGuards(BotPathGuard),
    ApiParam({ name: 'bot_name', type: String, description: 'Name of the bot.' }) as ClassDecorator,
  );
}

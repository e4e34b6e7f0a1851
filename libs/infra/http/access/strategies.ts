import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport';
import type { Actor } from '#kernel';
import '../admission/fastify-request';

/**
 * Passport's part is to accept or refuse the actor that was resolved before routing: nothing is looked up twice.
 * Passport hands on what the guard was given, which is Fastify's request and not Express's.
 */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  override authenticate(request: unknown): void {
    const actor = actorOf(request);
    if (actor?.kind === 'user') this.success(actor);
    else this.fail(401);
  }

  validate(): boolean {
    return true;
  }
}

@Injectable()
export class ApiKeyStrategy extends PassportStrategy(Strategy, 'api-key') {
  override authenticate(request: unknown): void {
    const actor = actorOf(request);
    if (actor && actor.kind !== 'user') this.success(actor);
    else this.fail(401);
  }

  validate(): boolean {
    return true;
  }
}

function actorOf(request: unknown): Actor | undefined {
  return (request as FastifyRequest).actor;
}

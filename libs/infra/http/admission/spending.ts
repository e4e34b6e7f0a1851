/**
 * Budgets, as far as HTTP knows of them: routes that spend say so, are refused before their body is read when it is known that
 * nothing is left, and tell what is left in headers. Whoever keeps the budgets implements the gate.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Actor, AppError } from '#kernel';
import { SPENDS_EXTENSION } from '../openapi/describe-operations';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route counts for budgets. */
    spends?: boolean;
  }
}

export type AnswerHeader = Readonly<Record<string, string | number>>;

export interface SpendingRefusal {
  error: AppError;
  headers: AnswerHeader;
}

/** Asked at every request of a route that spends, so it must know the answer without asking anybody. */
export abstract class SpendingGate {
  /** Undefined when nothing is known that speaks against the request. */
  abstract refusal(actor: Actor): Promise<SpendingRefusal | undefined>;
}

const SPENDING = new WeakSet<object>();

/** The route counts for budgets: it is refused when one is used up, and its answers say what is left of the tightest. */
export function SpendsBudget(): MethodDecorator {
  const declare: MethodDecorator = (_target, _name, descriptor) => {
    SPENDING.add(descriptor.value as object);
  };
  return applyDecorators(declare, ApiExtension(SPENDS_EXTENSION, true) as unknown as MethodDecorator);
}

export function spendsBudget(handler: object): boolean {
  return SPENDING.has(handler);
}

const replies = new AsyncLocalStorage<FastifyReply>();

/** Lets what a route calls add headers to its answer, as long as nothing of it is sent. */
export function openAnswerHeaders(instance: FastifyInstance): void {
  instance.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.config.spends) replies.run(reply, done);
    else done();
  });
}

/** Outside of a route that spends, and once the answer has begun, it does nothing. */
export function addAnswerHeaders(headers: AnswerHeader): void {
  const reply = replies.getStore();
  if (reply && !reply.sent && !reply.raw.headersSent) reply.headers(headers);
}

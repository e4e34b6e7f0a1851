import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/** Sets the status and documents the bare object. */
export function Tells(type: Type): MethodDecorator {
  return applyDecorators(HttpCode(200), ApiResponse({ status: 200, type, description: 'Done.' }));
}

/** Seconds since 1970, as OpenAI writes every time. */
export function unixSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}

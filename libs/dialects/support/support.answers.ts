import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/** Status and bare body of an answer. */
export function Tells(status: number, type: Type): MethodDecorator {
  return applyDecorators(HttpCode(status), ApiResponse({ status, type, description: 'Done.' }));
}

import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiNoContentResponse, ApiResponse } from '@nestjs/swagger';

/** Sets the status and documents the bare object. */
export function Tells(status: 200 | 201, type: Type): MethodDecorator {
  return applyDecorators(HttpCode(status), ApiResponse({ status, type, description: 'Done.' }));
}

/** For routes that have nothing to say. */
export function TellsNothing(): MethodDecorator {
  return applyDecorators(HttpCode(204), ApiNoContentResponse({ description: 'Done.' }));
}

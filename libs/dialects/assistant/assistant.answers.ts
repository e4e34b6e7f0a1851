import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse } from '@nestjs/swagger';

export { AnswersBare as Tells } from '#infra/http';

/** For routes that have nothing to say. */
export function TellsNothing(): MethodDecorator {
  return applyDecorators(HttpCode(204), ApiNoContentResponse({ description: 'Done.' }));
}

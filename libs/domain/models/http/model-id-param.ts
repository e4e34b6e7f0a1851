import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { modelErrors } from '../models.errors';

/** Ids of models are whole numbers in every dialect; what cannot be one belongs to no model, hence 404. */
const MODEL_ID = /^[1-9]\d{0,9}$/;

const readModelId = createParamDecorator((parameter: string, context: ExecutionContext): number => {
  const { params } = context.switchToHttp().getRequest<{ params: Record<string, string> }>();
  const text = params[parameter] ?? '';
  if (!MODEL_ID.test(text)) throw modelErrors.not_found();
  return Number(text);
});

/** The id of a model in the path. */
export function ModelIdParam(parameter: string): ParameterDecorator {
  return (target, method, index) => {
    readModelId(parameter)(target, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method === undefined || !descriptor) return;
    ApiParam({ name: parameter, type: 'integer', description: 'Id of the model.' })(target, method, descriptor);
  };
}

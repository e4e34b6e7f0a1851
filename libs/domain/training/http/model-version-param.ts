import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { trainingErrors } from '../training.errors';

/** More than any bot has, and inside the 32 bits of the column. What cannot be a version is none, hence 404. */
const VERSION = /^[1-9]\d{0,8}$/;

const readVersion = createParamDecorator((parameter: string, context: ExecutionContext): number => {
  const { params } = context.switchToHttp().getRequest<{ params: Record<string, string> }>();
  const text = params[parameter] ?? '';
  if (!VERSION.test(text)) throw trainingErrors.model_not_found();
  return Number(text);
});

/** The number of a model's version in the path. */
export function ModelVersionParam(parameter: string): ParameterDecorator {
  return (target, method, index) => {
    readVersion(parameter)(target, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method === undefined || !descriptor) return;
    ApiParam({ name: parameter, type: 'integer', description: 'Number of the version.' })(target, method, descriptor);
  };
}

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { invalidInput } from '#kernel';
import { CONTEXT_LIMITS } from '../records/records.types';

const MAX_LENGTH = CONTEXT_LIMITS.userRefLength;

const readUserRef = createParamDecorator((parameter: string, context: ExecutionContext): string => {
  const { params } = context.switchToHttp().getRequest<{ params: Record<string, string> }>();
  const text = params[parameter] ?? '';
  if (text.trim() === '' || text.length > MAX_LENGTH || text.includes('\0') || !text.isWellFormed()) {
    const message = `${parameter} must be a text of 1 to ${MAX_LENGTH} characters.`;
    throw invalidInput([{ field: parameter, message }]);
  }
  return text;
});

/** An end user in the path: the caller's own id of them, percent-encoded. */
export function UserRefParam(parameter = 'userId'): ParameterDecorator {
  return (target, method, index) => {
    readUserRef(parameter)(target, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method === undefined || !descriptor) return;
    const description = `Your own id of the end user: any text of up to ${MAX_LENGTH} characters, percent-encoded.`;
    ApiParam({ name: parameter, type: String, description, example: 'user_42' })(target, method, descriptor);
  };
}

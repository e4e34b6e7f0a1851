import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#kernel';
import { declarePathId } from '../access/path-ids';
import '../admission/fastify-request';
import { ID_EXTENSION } from '../openapi/describe-operations';

interface IdSource {
  parameter: string;
  kind: string;
}

const decodeId = createParamDecorator(({ parameter, kind }: IdSource, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const text = (request.params as Record<string, string>)[parameter] ?? '';
  const id = request.dialect.ids.decode(kind, text);
  if (id === undefined) throw new AppError('http.no_such_id', 'not_found', `There is no such ${kind}.`);
  return id;
});

/**
 * An id in the path, decoded by the dialect. Ids are opaque: what cannot be one belongs to no row, hence 404.
 *
 * @param kind a noun for the message and the codec, e.g. `chatbot`
 */
export function IdParam(parameter: string, kind: string): ParameterDecorator {
  return (target, method, index) => {
    decodeId({ parameter, kind })(target, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method === undefined || !descriptor) return;
    declarePathId(descriptor.value as object, { parameter, kind });
    const documentation = { name: parameter, type: String, description: `Id of the ${kind}.`, [ID_EXTENSION]: kind };
    ApiParam(documentation)(target, method, descriptor);
  };
}

import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata, type Type } from '@nestjs/common';
import { ApiBody, ApiExtension, ApiExtraModels } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FORM_EXTENSION } from '../openapi/describe-operations';
import { isMultipart, readUpload, type UploadedForm } from './read-upload';

const TAKES_UPLOAD = Symbol('takes upload');

export interface UploadDocs {
  /** The class of a JSON body. */
  json: Type;
  /** The class of a multipart form, with a `FileField`. */
  form: Type;
}

/** The route takes a multipart form as well as JSON; everywhere else forms are refused. */
export function AcceptsUpload({ json, form }: UploadDocs): MethodDecorator {
  return applyDecorators(
    SetMetadata(TAKES_UPLOAD, true),
    ApiBody({ type: json }),
    ApiExtraModels(form),
    ApiExtension(FORM_EXTENSION, form.name) as unknown as MethodDecorator,
  );
}

export function takesUpload(handler: object): boolean {
  return Reflect.getMetadata(TAKES_UPLOAD, handler) === true;
}

/** The form that was sent, not yet checked (`InputPipe`); undefined when the body is JSON. */
export const Form = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Promise<UploadedForm> | undefined => {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    return isMultipart(request) ? readUpload(request, http.getResponse<FastifyReply>()) : undefined;
  },
);

import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata, type Type } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtension, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#kernel';
import { FILE_TYPES_EXTENSION, FORM_EXTENSION } from '../openapi/describe-operations';
import { FileBody, isFileBody } from './file-body';
import { isMultipart, type UploadedForm } from './form-parts';
import { type IncomingForm, openForm, rememberOpen } from './incoming-form';
import { readUpload } from './read-upload';

const TAKES_UPLOAD = Symbol('takes upload');
/** For routes that take nothing but forms. */
const FORM_ONLY = Symbol('form only');
const FILE_RULES = Symbol('file rules');

export interface UploadDocs {
  /** The class of a JSON body. */
  json: Type;
  /** The JSON may also be a list of these. */
  listOf?: Type;
  /** The class of a multipart form, with a `FileField`. */
  form: Type;
}

/** The route takes a multipart form as well as JSON; everywhere else forms are refused. */
export function AcceptsUpload({ json, listOf, form }: UploadDocs): MethodDecorator {
  const list = listOf && { type: 'array' as const, items: { $ref: getSchemaPath(listOf) } };
  return applyDecorators(
    SetMetadata(TAKES_UPLOAD, true),
    ApiBody(
      list ? { schema: { title: `${json.name}OrList`, oneOf: [{ $ref: getSchemaPath(json) }, list] } } : { type: json },
    ),
    ApiExtraModels(json, form),
    ApiExtension(FORM_EXTENSION, form.name) as unknown as MethodDecorator,
  );
}

/** What else a route with a file may say. */
export interface FileRules {
  /** Media types of bodies that are taken for the file itself. */
  fileTypes?: readonly string[];
  /** Instead of the limit of all bodies. */
  maxFileBytes?: number;
}

/** The route takes a multipart form with one file, `file`; JSON, too, when its class is given. See `ArrivingForm`. */
export function AcceptsFile({ json, form, ...rules }: { form: Type; json?: Type } & FileRules): MethodDecorator {
  if (json) return AcceptsUpload({ json, form });
  const { fileTypes = [] } = rules;
  return applyDecorators(
    SetMetadata(TAKES_UPLOAD, true),
    SetMetadata(FORM_ONLY, true),
    SetMetadata(FILE_RULES, rules),
    ApiConsumes('multipart/form-data'),
    ApiBody({ type: form }),
    ...(fileTypes.length > 0 ? [ApiExtension(FILE_TYPES_EXTENSION, fileTypes) as unknown as MethodDecorator] : []),
  );
}

export function fileRulesOf(handler: object): FileRules {
  return (Reflect.getMetadata(FILE_RULES, handler) as FileRules | undefined) ?? {};
}

export function takesUpload(handler: object): boolean {
  return Reflect.getMetadata(TAKES_UPLOAD, handler) === true;
}

/** The form that was sent, whole and in memory, not yet checked (`InputPipe`); undefined when the body is JSON. */
export const Form = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Promise<UploadedForm> | undefined => {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    return isMultipart(request) ? readUpload(request, http.getResponse<FastifyReply>()) : undefined;
  },
);

/**
 * The form that is being sent, as an `IncomingForm`: its file is a stream. A body that is taken for the file itself is a form
 * without other fields. Undefined when the body is JSON and the route takes that. Whatever the route does not read is let pass before its answer goes out.
 */
export const ArrivingForm = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Promise<IncomingForm> | undefined => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isMultipart(request)) return openForm(request);
    if (isFileBody(request)) return Promise.resolve(rememberOpen(request, new FileBody(request)));
    if (Reflect.getMetadata(FORM_ONLY, context.getHandler()) !== true) return undefined;
    throw new AppError('http.malformed', 'malformed', 'Send a form (multipart/form-data) with the file as `file`.');
  },
);

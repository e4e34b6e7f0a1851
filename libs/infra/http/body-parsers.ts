import { isUtf8 } from 'node:buffer';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#kernel';
import { refuseCodedBodies } from './coded-body';
import { rememberBody } from './once/body-digest';
import { useRawBodies } from './raw/raw-body';
import { isFileBody, useFileBodies } from './uploads/file-body';
import { isMultipart } from './uploads/form-parts';
import { abandonForm } from './uploads/incoming-form';
import { isOversized, letPass, tooLarge } from './uploads/unwanted-body';

type Done = (error: Error | null, body?: unknown) => void;

/**
 * JSON and nothing else, but for routes that take files (`AcceptsUpload`, `AcceptsFile`), which read multipart forms
 * themselves, as streams, and for those that want the bytes (`TakesRawBody`).
 * An empty body counts as none, since many clients send `Content-Type: application/json` with every call. Other forms and
 * plain text, which Nest and Fastify would take, are refused like any other wrong content type: `curl -d` without a header
 * would otherwise be told that its fields are missing.
 */
export function useBodyParsers(app: NestFastifyApplication): void {
  const instance = app.getHttpAdapter().getInstance();
  const parseJson = instance.getDefaultJsonParser('error', 'error');
  instance.removeContentTypeParser('text/plain');
  app.useBodyParser('application/json', {}, (request, body: Buffer, done: Done) => {
    if (body.length === 0) return done(null, undefined);
    if (!isUtf8(body)) return done(new AppError('http.malformed', 'malformed', 'The body is not valid UTF-8.'));
    rememberBody(request as FastifyRequest, body);
    parseJson(request as FastifyRequest, body.toString('utf8'), done);
  });
  app.useBodyParser('application/x-www-form-urlencoded', {}, (_request, _body: Buffer, done: Done) => {
    const message = 'The body is a form; send JSON with Content-Type: application/json.';
    done(new AppError('http.malformed', 'malformed', message));
  });
  refuseOversized(instance);
  refuseCodedBodies(instance);
  useRawBodies(app, instance);
  useMultipart(instance);
  useFileBodies(instance);
}

/** The plug-in leaves the body unread, so a route that takes no files must not be reached with one. */
function useMultipart(instance: FastifyInstance): void {
  instance.register(multipart, { throwFileSizeLimit: false });
  instance.addHook('preValidation', async (request, reply) => {
    if (!isMultipart(request) || request.is404 || request.routeOptions.config.takesUpload) return;
    await letPass(request, reply);
    throw new AppError(
      'http.malformed',
      'malformed',
      'The body must be JSON, sent with Content-Type: application/json.',
    );
  });
  instance.addHook('onSend', (request, reply, _payload, done) => {
    if (!isUnread(request)) return done();
    abandonForm(request);
    letPass(request, reply).then(() => done());
  });
}

/** A form that its route has answered before it had come to its end. */
function isUnread(request: FastifyRequest): boolean {
  const { raw } = request;
  return isUpload(request) && !raw.readableEnded && !raw.destroyed;
}

/** A body that its route reads by itself. */
function isUpload(request: FastifyRequest): boolean {
  return isMultipartUpload(request) || isFileBody(request);
}

function isMultipartUpload(request: FastifyRequest): boolean {
  return isMultipart(request) && request.routeOptions.config?.takesUpload === true;
}

/** Fastify refuses what says that it is too large, but at once, which few senders notice. Files are read by their route. */
function refuseOversized(instance: FastifyInstance): void {
  instance.addHook('preParsing', (request, reply, payload, done) => {
    if (request.is404 || !isOversized(request) || isMultipartUpload(request)) return done(null, payload);
    letPass(request, reply).then(() => done(tooLarge()));
  });
}

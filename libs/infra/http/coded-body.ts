import type { FastifyInstance } from 'fastify';
import { AppError } from '#kernel';
import { letPass } from './uploads/unwanted-body';

/**
 * Bodies that are packed (`Content-Encoding`) are refused: a few kilobytes can hold gigabytes, and no API that is spoken here needs them. What other
 * people's programs post is bytes, whatever they say of it.
 */
export function refuseCodedBodies(instance: FastifyInstance): void {
  instance.addHook('preParsing', (request, reply, payload, done) => {
    const coding = request.headers['content-encoding'];
    const isPlain = coding === undefined || /^\s*(?:identity\s*)?$/i.test(coding);
    if (isPlain || request.is404 || request.routeOptions.config.takesRawBody === true) return done(null, payload);
    // RFC 9110, 12.5.3: what would be taken.
    reply.header('accept-encoding', 'identity');
    letPass(request, reply).then(() => done(coded()));
  });
}

function coded(): AppError {
  const message = 'Content-Encoding is not supported: send the body as it is.';
  return new AppError('http.coded_body', 'malformed', message);
}

import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Admission } from './admission/admission';
import { REQUEST_PROPERTIES } from './admission/fastify-request';
import { openAnswerHeaders } from './admission/spending';
import { useBodyParsers } from './body-parsers';
import { announceDeprecations } from './deprecation';
import { Dialects } from './dialects';
import { HttpDrain } from './drain';
import { FailureFilter } from './failures/failure.filter';
import './failures/fastify-instance';
import { InputPipe } from './input/input.pipe';
import { measureRequests } from './observation/request-metrics';
import { traceRequests } from './observation/request-spans';
import { Once } from './once/once';
import { OverloadGuard } from './overload/overload.guard';

/** Makes an app answer as `README.md` says. To be called once, before it listens. */
export function configureHttp(app: NestFastifyApplication): void {
  const instance = app.getHttpAdapter().getInstance();
  useBodyParsers(app);
  app.get(Once).attach(instance);
  const failures = app.get(FailureFilter);
  // Before admission, so that looking up who is asking is a part of the request's trace.
  traceRequests(instance);
  measureRequests(instance);
  useAdmission(app, instance, failures);
  app.useGlobalFilters(failures);
  instance.decorate('wordFailure', (thrown, request) => failures.word(thrown, request));
  app.useGlobalPipes(app.get(InputPipe));
  app.get(HttpDrain).attach(instance);
}

function useAdmission(app: NestFastifyApplication, instance: FastifyInstance, failures: FailureFilter): void {
  const admission = app.get(Admission);
  const overload = app.get(OverloadGuard);
  for (const property of REQUEST_PROPERTIES) instance.decorateRequest(property);
  // The adapter runs this one before all others, its own included.
  (app.getHttpAdapter() as FastifyAdapter).setOnRequestHook(
    (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      if (!admission.open(request, reply)) return;
      const refusal = overload.refusal(request, reply);
      if (!refusal) return done();
      admission.turnAway(request, reply);
      failures.answer(refusal, request, reply);
    },
  );
  // Before admission, whose refusals say it too.
  announceDeprecations(instance, app.get(Dialects));
  instance.addHook('onRequest', (request, reply) => admission.admit(request, reply));
  openAnswerHeaders(instance);
  instance.decorate('answerUnroutable', (error, request, reply) => {
    if (!admission.open(request, reply)) return;
    admission.admit(request, reply).then(
      () => failures.answer(error, request, reply),
      (refusal) => failures.answer(refusal, request, reply),
    );
  });
}

import type { FastifyRequest } from 'fastify';
import { AppError, type KeyActor } from '#kernel';
import type { ActorResolver } from '../actor-resolver';
import '../admission/fastify-request';
import { accessErrors } from './access.errors';
import { pathIdsOf } from './path-ids';

/**
 * A key that is for some bots may call what names one of them, or something of theirs, in its path, and nothing else that
 * does not let it in by name. Every id of the path must be one of theirs.
 *
 * @throws AppError `auth.bots_only` (forbidden) where no id says which bot it is about; `http.no_such_id` (not found) where
 * one is of another bot, or of nothing
 */
export async function requireAboutBots(
  key: KeyActor,
  handler: object,
  request: FastifyRequest,
  actors: ActorResolver,
): Promise<void> {
  let isAboutBots = false;
  for (const { parameter, kind } of pathIdsOf(handler)) {
    const text = (request.params as Record<string, string>)[parameter] ?? '';
    const id = request.dialect.ids.decode(kind, text);
    const verdict = id === undefined ? false : await actors.isOfBotsOf(key, kind, id);
    if (verdict === false) throw new AppError('http.no_such_id', 'not_found', `There is no such ${kind}.`);
    isAboutBots ||= verdict === true;
  }
  if (!isAboutBots) throw accessErrors.bots_only();
}

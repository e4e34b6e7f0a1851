import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendEventStream } from '#infra/http';
import type { Asked, ConversationTurns } from './conversation-turns.service';
import { toAnswer, toReplyFrame } from './conversations.mapper';
import { framesOf, wantsStream } from './streams';

/** For the documentation. */
export const REPLY_STREAM = `Server-sent events, each with an \`id\`: \`started\`, \`sources\` (the citations), any number of \`delta\` with
\`{"text": "..."}\`, then \`done\` with the JSON answer, or \`withdrawn\` with it when a person took over meanwhile; or \`error\` with
the error body. The deltas, joined, equal the response. The answer is kept also when you leave; read on at
\`/replies/{message_id}\` with \`Last-Event-ID\`.`;

/** Asks, and answers as the caller wants it: whole, or as it comes. */
export async function answer(asking: ConversationTurns, asked: Asked, request: FastifyRequest, reply: FastifyReply) {
  const isStreamed = wantsStream(asked.body, request);
  const { turn, token } = await asking.ask(asked, isStreamed);
  if (!isStreamed) return toAnswer(await turn.answered(), token);
  return sendEventStream(
    reply,
    framesOf(turn.follow(), (frame) => toReplyFrame(frame, turn.start, token)),
  );
}

/** What people of the team have answered to questions that the bot could not answer. */
import type { Finding, SpokenMessage } from './finding.types';
import { findingKey } from './finding-key';

/** Whether a message is only a courtesy, or only asks for a person. */
export type AsksNothing = (text: string) => boolean;

interface AgentAnswer {
  question: SpokenMessage;
  answer: string;
  /** The first of the messages that answer. */
  by: SpokenMessage;
}

/** A question that nobody has answered yet. */
interface OpenQuestion {
  message: SpokenMessage;
  /** The bot has tried. */
  isFailure: boolean;
}

/** A person answered and may have said more than the answer: somebody is to look at it. */
const CONFIDENCE = 0.7;

/** @param messages of whole conversations, in their order */
export function agentAnswers(messages: readonly SpokenMessage[], asksNothing: AsksNothing): Finding[] {
  const conversations = Map.groupBy(messages, ({ conversationId }) => conversationId);
  const answers = [...conversations.values()].flatMap((said) => answersIn(said, asksNothing));
  // Of one question the answer that was given last.
  const latest = new Map(
    answers.toSorted((a, b) => a.by.at.getTime() - b.by.at.getTime()).map((one) => [keyOf(one), one]),
  );
  return [...latest.values()].map(findingOf);
}

function answersIn(said: readonly SpokenMessage[], asksNothing: AsksNothing): AgentAnswer[] {
  const answers: AgentAnswer[] = [];
  let open: OpenQuestion[] = [];
  for (let at = 0; at < said.length; at += 1) {
    const message = said[at]!;
    if (message.role === 'user' && !asksNothing(message.text)) open.push({ message, isFailure: false });
    if (message.role === 'bot') open = afterReply(open, message);
    if (message.role !== 'agent') continue;
    const run = runFrom(said, at);
    at += run.length - 1;
    const answer = run.filter(({ text }) => !asksNothing(text)).map(({ text }) => text.trim());
    const question = (open.findLast(({ isFailure }) => isFailure) ?? open.at(-1))?.message;
    if (question === undefined || answer.length === 0) continue;
    answers.push({ question, answer: answer.join('\n'), by: message });
    open = [];
  }
  return answers;
}

/** A grounded reply answers all that was open; any other one tried the last. */
function afterReply(open: readonly OpenQuestion[], { isGrounded }: SpokenMessage): OpenQuestion[] {
  if (isGrounded) return [];
  return open.map((one, at) => (at === open.length - 1 ? { ...one, isFailure: true } : one));
}

function runFrom(said: readonly SpokenMessage[], from: number): SpokenMessage[] {
  const rest = said.slice(from);
  const end = rest.findIndex(({ role }) => role !== 'agent');
  return end < 0 ? rest : rest.slice(0, end);
}

function keyOf({ question }: AgentAnswer): string {
  return findingKey('agent', question.text);
}

function findingOf(found: AgentAnswer): Finding {
  const { question, answer: response, by } = found;
  const { id: originId, userRef, text, at: saidAt } = question;
  return {
    key: keyOf(found),
    type: 'query_response',
    source: 'analytics',
    status: 'pending',
    lesson: { query: text.trim(), response, confidence: CONFIDENCE },
    evidence: { lastSeenAt: by.at.toISOString(), agent: { id: by.authorId, name: by.authorName } },
    userRef,
    examples: [{ originId, userRef, text, comment: null, saidAt }],
  };
}

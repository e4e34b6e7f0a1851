/** Replies that rest on the knowledge: the answer of a question as it stands, or a model's words about passages. */
import { Injectable } from '@nestjs/common';
import type { FoundPassage } from '#domain/knowledge';
import { type Question, Questions } from '#domain/questions';
import { citedPassages, type LlmUsage } from '#providers/llm';
import { wantsModel } from '../caller-terms';
import { replyConfidence } from '../extractive/confidence';
import type { Span } from '../passages/span';
import type { ReplyEvent } from '../replies.types';
import { partNotFoundText } from '../wording/fixed-texts';
import { type Decision, type FixedWords, refusal } from './decision';
import { FreeSpeech } from './free-speech.service';
import { type Generation, isGroundedByTool } from './generation';
import { isQuestion, toLlmPassage } from './nodes';
import { suggestPrompts } from './related-prompts';
import { distinctPassages, inGivenOrder, quotedBy, quotesOf, sourcesOf } from './sources';
import { Speakers, spokenBy } from './speakers.service';
import {
  type Draft,
  type Drafting,
  type Ending,
  endingAfter,
  estimatedUsage,
  NO_MODEL,
  NO_USAGE,
  sayCalls,
  sayCited,
  sayWords,
} from './telling';
import type { Turn } from './turn';

export type Grounded = Extract<Decision, { kind: 'grounded' }>;

const NO_QUESTIONS: Promise<ReadonlyMap<string, Question>> = Promise.resolve(new Map());

@Injectable()
export class GroundedAnswers {
  constructor(
    private readonly questions: Questions,
    private readonly speakers: Speakers,
    private readonly freeSpeech: FreeSpeech,
  ) {}

  async *answer(turn: Turn, found: Grounded): Drafting {
    const questions = await this.questionsIn(turn, found);
    const decision = questions.size === 0 ? found : withWholeAnswers(found, questions);
    const question = onlyQuestion(decision, questions);
    if (question && !question.llmReply && !wantsModel(turn.request)) return yield* sayAnswer(question, decision);
    const refused = refusedBeforehand(turn, decision);
    if (refused) return yield* this.freeSpeech.withoutContext(turn, refused);
    const speakers = turn.needsModel ? turn.speakers : this.speakers.withExtractive(turn.speakers);
    const generation = yield* this.speakers.begin(speakers, turn, decision.answered);
    // The answer of a question is whole: a model that only quotes would leave parts of it out.
    if (question && generation.speaker.model.capabilities.groundedOnly) {
      return { ...(yield* sayAnswer(question, decision)), ...spokenBy(generation, NO_USAGE), isVerified: false };
    }
    const draft = yield* this.generate(turn, decision, generation);
    return draft.grounded ? { ...draft, ...(await promptsOf(turn, generation, decision, question, draft)) } : draft;
  }

  /** Those that the reply may rest on. */
  private questionsIn({ request }: Turn, { answered }: Grounded): Promise<ReadonlyMap<string, Question>> {
    const ids = answered.flatMap(({ passages }) => passages.filter(isQuestion).map(({ documentId }) => documentId));
    return ids.length === 0 ? NO_QUESTIONS : this.questions.find(request.teamId, [...new Set(ids)]);
  }

  private async *generate(turn: Turn, decision: Grounded, generation: Generation): Drafting {
    const { request, understanding } = turn;
    const { capabilities } = generation.speaker.model;
    const passages = inGivenOrder(distinctPassages(decision.answered), generation.passageIds);
    // Which passages a model cites is known at its end; whoever reads along gets all that it was given.
    const isHeld = request.stream === false && !capabilities.assessment;
    let confidence = confidenceOf(decision);
    let quoted: readonly string[] = [];
    let quotes = quotesOf(decision.answered);
    let usage: LlmUsage | undefined;
    let ending: Ending = {};
    let text = '';
    for await (const event of generation.events) {
      if (event.type === 'assessment') {
        confidence = event.confidence * answeredShare(decision);
        quoted = event.quotedPassageIds;
        quotes = quotedBy(event.quotes ?? [], quotes);
        const refused = refusedBelowThreshold(turn, confidence);
        if (refused) return yield* this.freeSpeech.withoutContext(turn, refused);
      } else if (event.type === 'delta') {
        if (text === '' && !isHeld) yield { type: 'sources', sources: sourcesOf(passages, quotes, quoted) };
        text += event.text;
        if (!isHeld) yield event;
      } else if (event.type === 'usage') usage = event.usage;
      else if (event.type === 'tool') yield event;
      else ending = endingAfter(ending, event);
    }
    const spent = usage ?? estimatedUsage(request, text);
    if (ending.toolCalls && text === '') return yield* sayCalls(ending, spokenBy(generation, spent));
    if (text === '') return yield* sayWords(refusal(request, understanding.language, confidence));
    if (capabilities.groundedOnly) text += yield* admitUnanswered(decision, understanding.language);
    const told = isHeld
      ? yield* sayCited({ text, passages: citable(generation, text, passages) }, quotes)
      : { text, sources: sourcesOf(passages, quotes, quoted) };
    return { ...told, ...ending, confidence, grounded: true, ...spokenBy(generation, spent) };
  }
}

/** The question that alone answers the message. */
function onlyQuestion({ answered }: Grounded, questions: ReadonlyMap<string, Question>): Question | undefined {
  const [only, ...others] = answered;
  if (!only?.isAnsweredByQuestion || others.length > 0) return undefined;
  return questions.get((only.passages[0] as FoundPassage).documentId);
}

/** The index knows only how an answer begins. */
function withWholeAnswers(decision: Grounded, questions: ReadonlyMap<string, Question>): Grounded {
  const whole = (passage: FoundPassage) => {
    const question = isQuestion(passage) ? questions.get(passage.documentId) : undefined;
    return question ? { ...passage, body: question.answer } : passage;
  };
  const answered = decision.answered.map((one) => {
    const passages = one.passages.map(whole);
    return { ...one, passages, quotes: new Map([...one.quotes, ...passages.filter(isQuestion).map(wholeQuote)]) };
  });
  return { ...decision, answered };
}

/** An answer is given as it stands. */
function wholeQuote({ id, body }: FoundPassage): [string, Span] {
  return [id, { start: 0, end: body.length }];
}

/** Word for word, without asking a model. */
function* sayAnswer({ answer, relatedPrompts }: Question, decision: Grounded): Generator<ReplyEvent, Draft, undefined> {
  const sources = sourcesOf(distinctPassages(decision.answered), quotesOf(decision.answered));
  yield { type: 'sources', sources };
  yield { type: 'delta', text: answer };
  const said = { text: answer, sources, confidence: confidenceOf(decision), grounded: true, isVerified: true };
  const prompts = relatedPrompts.map((prompt) => ({ ...prompt, isGenerated: false }));
  return { ...said, model: NO_MODEL, usage: NO_USAGE, ...(prompts.length === 0 ? {} : { relatedPrompts: prompts }) };
}

/** Who has asked a tool and cites nothing speaks of what the tool has said. */
function citable(generation: Generation, text: string, passages: readonly FoundPassage[]): readonly FoundPassage[] {
  return isGroundedByTool(generation) && citedPassages(text, passages.length).length === 0 ? [] : passages;
}

/** Those of the question; else those that the model makes up, if the bot wants that. */
async function promptsOf(
  { request: { configuration, message, signal }, tally }: Turn,
  { speaker }: Generation,
  { answered }: Grounded,
  question: Question | undefined,
  { text }: Draft,
): Promise<Pick<Draft, 'relatedPrompts'>> {
  if (question && question.relatedPrompts.length > 0) {
    return { relatedPrompts: question.relatedPrompts.map((prompt) => ({ ...prompt, isGenerated: false })) };
  }
  if (configuration.generatesRelatedPrompts !== true) return {};
  const passages = distinctPassages(answered).map(toLlmPassage);
  const made = await suggestPrompts(speaker, { message, text, passages, signal });
  if (made) tally.relatedPrompts = made.usage;
  return made && made.prompts.length > 0 ? { relatedPrompts: made.prompts } : {};
}

/** A model that only quotes passes over what it has no passages for; the reader must be told. */
function* admitUnanswered({ unanswered }: Grounded, language: string): Generator<ReplyEvent, string, undefined> {
  const admission = unanswered.map((part) => `\n\n${partNotFoundText(language, part)}`).join('');
  if (admission !== '') yield { type: 'delta', text: admission };
  return admission;
}

/** A model that does not judge itself is not asked for what is not wanted. */
function refusedBeforehand(turn: Turn, decision: Grounded): FixedWords | undefined {
  const judgesItself = turn.speakers[0]?.model.capabilities.assessment;
  return judgesItself ? undefined : refusedBelowThreshold(turn, confidenceOf(decision));
}

function refusedBelowThreshold({ request, understanding }: Turn, confidence: number): FixedWords | undefined {
  const { confidenceThreshold = 0 } = request.configuration;
  return confidence < confidenceThreshold ? refusal(request, understanding.language, confidence) : undefined;
}

function answeredShare({ answered, unanswered }: Grounded): number {
  return answered.length / (answered.length + unanswered.length);
}

/** How likely what was found holds the answers. */
function confidenceOf(decision: Grounded): number {
  const each = decision.answered.map(({ passages, isAnsweredByQuestion }) => {
    const probability = passages[0]?.score ?? 0;
    return isAnsweredByQuestion ? probability : replyConfidence(probability);
  });
  return (each.reduce((sum, one) => sum + one, 0) / each.length) * answeredShare(decision);
}

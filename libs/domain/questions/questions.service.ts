import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { KnowledgeBasesService, PassageIndex, PassageVectors } from '#domain/knowledge';
import { Database, isUniqueViolation } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, isUuid, type Page, type PageRequest } from '#kernel';
import { ClassifierTraining } from './classifier-training.service';
import { newQuestion, patchedQuestion } from './question-fields';
import { indexedQuestion } from './question-passages';
import { questionErrors } from './questions.errors';
import { questionAdded, questionRemoved, questionUpdated } from './questions.events';
import { type QuestionAddress, QuestionsQueries } from './questions.queries';
import type { NewQuestion, Question, QuestionListRequest, QuestionPatch } from './questions.types';

/**
 * The questions of bases, and those of a bot by their names. Every change holds the base first, so that it neither meets
 * nor deadlocks with a delete of the base, and brings the index along in its transaction: when a call has returned,
 * searches see its effect.
 */
@Injectable()
export class Questions {
  constructor(
    private readonly bots: BotsService,
    private readonly bases: KnowledgeBasesService,
    private readonly index: PassageIndex,
    private readonly vectors: PassageVectors,
    private readonly queries: QuestionsQueries,
    private readonly training: ClassifierTraining,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws `knowledge.base_not_found`, `questions.name_taken` */
  async add(actor: Actor, baseId: string, input: NewQuestion): Promise<Question> {
    const [question] = await this.addAll(actor, baseId, [input]);
    return question!;
  }

  /**
   * All or none, in one transaction.
   *
   * @throws `knowledge.base_not_found`; `questions.name_taken`, its fields `questions.<index>.name`
   */
  async addAll(actor: Actor, baseId: string, inputs: readonly NewQuestion[]): Promise<Question[]> {
    const questions = await this.database.transaction(() => this.insert(actor, baseId, inputs));
    await this.embed(questions);
    return questions;
  }

  /** Oldest first. @throws `knowledge.base_not_found` */
  async list(actor: Actor, baseId: string, request: QuestionListRequest): Promise<Page<Question>> {
    const { page, limit, search } = request;
    await this.bases.get(actor, baseId);
    const items = await this.queries.list(baseId, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(baseId, search), page, limit };
  }

  /** @throws `knowledge.base_not_found`, `questions.not_found` */
  async get(actor: Actor, baseId: string, id: string): Promise<Question> {
    await this.bases.get(actor, baseId);
    return found(isUuid(id) ? await this.queries.find(baseId, id) : undefined);
  }

  /** @throws `knowledge.base_not_found`, `questions.not_found`, `questions.name_taken` */
  async update(actor: Actor, baseId: string, id: string, patch: QuestionPatch): Promise<Question> {
    const changed = await refusingTakenNames(() =>
      this.database.transaction(async () => {
        const question = await this.hold(actor, { baseId, id });
        const next = patchedQuestion(question, patch, this.clock.now());
        if (!(await this.queries.update(next))) throw questionErrors.name_taken();
        await this.bringIndexAlong(question, next);
        if (saysOther(question, next)) await this.training.taught(baseId);
        await this.outbox.add(questionUpdated, eventOf(next));
        return next;
      }),
    );
    await this.embed([changed]);
    return changed;
  }

  /** @throws `knowledge.base_not_found`, `questions.not_found` */
  async delete(actor: Actor, baseId: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const question = await this.hold(actor, { baseId, id });
      await this.training.forgetting(baseId);
      await this.index.remove([id]);
      await this.queries.delete(id);
      await this.outbox.add(questionRemoved, eventOf(question));
    });
  }

  /** By id; those that are gone or of another team are missing. One query. */
  async find(teamId: string, ids: readonly string[]): Promise<Map<string, Question>> {
    const questions = ids.length === 0 ? [] : await this.queries.findMany(teamId, ids);
    return new Map(questions.map((question) => [question.id, question]));
  }

  /**
   * Into the bot's own base.
   *
   * @throws `bots.not_found`; `questions.name_taken` when any base of the bot has a question of this name
   */
  async uploadNamed(actor: Actor, botId: string, input: NewQuestion): Promise<Question> {
    const questions = await this.database.transaction(async () => {
      const baseId = await this.bases.ensureOwn(actor, botId);
      const name = input.name?.trim();
      if (name && (await this.queries.findNamed(botId, name))) throw questionErrors.name_taken();
      return this.insert(actor, baseId, [input]);
    });
    await this.embed(questions);
    return questions[0]!;
  }

  /** In whichever base of the bot it stands. @throws `bots.not_found`, `questions.not_found`, `questions.name_taken` */
  async updateNamed(actor: Actor, botId: string, name: string, patch: QuestionPatch): Promise<Question> {
    const { baseId, id } = await this.addressOf(actor, botId, name);
    return this.update(actor, baseId, id, patch);
  }

  /** In whichever base of the bot it stands. @throws `bots.not_found`, `questions.not_found` */
  async deleteNamed(actor: Actor, botId: string, name: string): Promise<void> {
    const { baseId, id } = await this.addressOf(actor, botId, name);
    await this.delete(actor, baseId, id);
  }

  /** Of all bases of the bot, oldest first; all of them unless a page is asked for. @throws `bots.not_found` */
  async listNames(actor: Actor, botId: string, page?: PageRequest): Promise<string[]> {
    await this.bots.get(actor, botId);
    return this.queries.listNames(botId, page);
  }

  /** Call it in a transaction. */
  private async insert(actor: Actor, baseId: string, inputs: readonly NewQuestion[]): Promise<Question[]> {
    await this.bases.hold(actor, baseId);
    const now = this.clock.now();
    const questions = inputs.map((input) => newQuestion({ teamId: actor.teamId, baseId }, input, now));
    const added = await this.queries.insert(questions);
    if (added.size < questions.length) throw nameTaken(questions, added);
    await this.index.replaceMany(baseId, questions.map(indexedQuestion));
    await this.training.taught(baseId);
    await this.outbox.addAll(questionAdded, questions.map(eventOf));
    return questions;
  }

  private async bringIndexAlong(before: Question, after: Question): Promise<void> {
    const { source, passages } = indexedQuestion(after);
    if (!isDeepStrictEqual(passages, indexedQuestion(before).passages)) {
      await this.index.replace(source, passages);
      return;
    }
    if (!isDeepStrictEqual(after.tags, before.tags)) await this.index.updateTags(after.id, after.tags);
    if (!isDeepStrictEqual(after.metadata, before.metadata)) {
      await this.index.updateMetadata(after.id, after.metadata);
    }
  }

  /** Outside of transactions: a model of somebody else's is asked. Never fails; a job makes up for what is missing. */
  private async embed(questions: readonly Question[]): Promise<void> {
    const [first] = questions;
    if (!first) return;
    await this.vectors.embedNow(
      first.baseId,
      questions.map(({ id }) => id),
    );
  }

  private async addressOf(actor: Actor, botId: string, name: string): Promise<QuestionAddress> {
    await this.bots.get(actor, botId);
    return found(await this.queries.findNamed(botId, name.trim()));
  }

  /** Nobody else changes the question, nor deletes its base, before the open transaction ends. */
  private async hold(actor: Actor, { baseId, id }: QuestionAddress): Promise<Question> {
    await this.bases.hold(actor, baseId);
    return found(isUuid(id) ? await this.queries.lock(baseId, id) : undefined);
  }
}

/** What the classifier of the base learns. */
function saysOther(before: Question, after: Question): boolean {
  return before.answer !== after.answer || !isDeepStrictEqual(before.phrasings, after.phrasings);
}

function found<Found>(question: Found | undefined): Found {
  if (!question) throw questionErrors.not_found();
  return question;
}

/** Two who take a name at the same moment meet at the unique index only. */
async function refusingTakenNames<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, 'question_base_id_name_key')) throw questionErrors.name_taken({ cause: error });
    throw error;
  }
}

function nameTaken(questions: readonly Question[], added: ReadonlySet<string>) {
  const fields = questions.flatMap(({ id, name }, at) =>
    added.has(id) ? [] : [{ field: `questions.${at}.name`, message: `There is a question named "${name}" already.` }],
  );
  return questionErrors.name_taken({ fields });
}

function eventOf({ teamId, id, baseId, name }: Question) {
  return { teamId, data: { questionId: id, baseId, name } };
}

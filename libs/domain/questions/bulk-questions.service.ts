/**
 * Many questions at once, for whoever writes a base from a file. Everything happens in the caller's transaction, beside what
 * the caller notes of his progress. Their vectors follow by the job that makes them: no model is waited for.
 */
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { KnowledgeBasesService, PassageIndex } from '#domain/knowledge';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, isUuid } from '#kernel';
import { BulkQuestionsQueries } from './bulk-questions.queries';
import type {
  BulkQuestion,
  KeyedQuestion,
  KnownQuestions,
  PutQuestion,
  PutQuestionOutcome,
} from './bulk-questions.types';
import { ClassifierTraining } from './classifier-training.service';
import { newQuestion } from './question-fields';
import { indexedQuestion } from './question-passages';
import { questionAdded, questionRemoved, questionUpdated } from './questions.events';
import type { Question } from './questions.types';

@Injectable()
export class BulkQuestions {
  constructor(
    private readonly bases: KnowledgeBasesService,
    private readonly index: PassageIndex,
    private readonly queries: BulkQuestionsQueries,
    private readonly training: ClassifierTraining,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A key is what the writer calls it, or its id. Call it in the transaction that puts them. */
  async find(baseId: string, keys: readonly string[], names: readonly string[]): Promise<KnownQuestions> {
    if (keys.length + names.length === 0) return { byKey: new Map(), byName: new Map() };
    const questions = await this.queries.lock(baseId, keys, names);
    const byOwnKey = new Map(questions.flatMap((one) => (one.key === null ? [] : [[one.key, one] as const])));
    const byId = new Map(questions.map((one) => [one.id, one]));
    const byKey = keys.flatMap((key) => {
      const known = byOwnKey.get(key) ?? (isUuid(key) ? byId.get(key.toLowerCase()) : undefined);
      return known ? [[key, known] as const] : [];
    });
    return { byKey: new Map(byKey), byName: new Map(questions.map((one) => [one.name, one])) };
  }

  /**
   * Each question once, and no two of one name; the outcomes in the order of the questions. Call `find` with all their
   * names before.
   *
   * @throws `knowledge.base_not_found`
   */
  put(
    actor: Actor,
    baseId: string,
    questions: readonly PutQuestion[],
    { byName }: KnownQuestions,
  ): Promise<PutQuestionOutcome[]> {
    return this.database.transaction(async () => {
      await this.bases.hold(actor, baseId);
      const planned = questions.map((one) => planOf(actor.teamId, baseId, one, { now: this.clock.now(), byName }));
      const of = (outcome: PutQuestionOutcome['outcome']) =>
        planned.filter((one) => one.outcome === outcome).map(({ question }) => question);
      const updated = of('updated');
      const wanted = of('added');
      const free = await this.queries.insert(wanted);
      const added = wanted.filter(({ id }) => free.has(id));
      await this.queries.update(updated);
      await this.index.replaceMany(baseId, [...added, ...updated].map(indexedQuestion));
      if (added.length + updated.length > 0) await this.training.taught(baseId);
      await this.outbox.addAll(questionAdded, added.map(eventOf));
      await this.outbox.addAll(questionUpdated, updated.map(eventOf));
      return planned.map(({ question: { id }, outcome }) => {
        // Somebody else took the name a moment ago.
        return { id, outcome: outcome === 'added' && !free.has(id) ? 'name_taken' : outcome };
      });
    });
  }

  /** Gives how many there were. @throws `knowledge.base_not_found` */
  remove(actor: Actor, baseId: string, ids: readonly string[]): Promise<number> {
    return this.database.transaction(async () => {
      await this.bases.hold(actor, baseId);
      await this.training.forgetting(baseId);
      await this.index.remove(ids);
      const removed = await this.queries.delete(baseId, ids);
      await this.outbox.addAll(questionRemoved, removed.map(eventOf));
      return removed.length;
    });
  }
}

interface Planned {
  question: KeyedQuestion;
  outcome: PutQuestionOutcome['outcome'];
}

function planOf(
  teamId: string,
  baseId: string,
  { input, known }: PutQuestion,
  { now, byName }: { now: Date; byName: KnownQuestions['byName'] },
): Planned {
  const fresh = { ...newQuestion({ teamId, baseId }, input, now), key: input.key ?? null };
  const question = known ? over(known, fresh, input) : fresh;
  const owner = byName.get(question.name);
  if (owner && owner.id !== known?.id) return { question, outcome: 'name_taken' };
  if (!known) return { question, outcome: 'added' };
  return { question, outcome: isSame(question, known) ? 'unchanged' : 'updated' };
}

/** It keeps what it is called where nothing is said. */
function over(known: KeyedQuestion, fresh: KeyedQuestion, { name }: BulkQuestion): KeyedQuestion {
  const { id, createdAt } = known;
  const key = known.key ?? (fresh.key === id ? null : fresh.key);
  return { ...fresh, id, createdAt, key, name: name?.trim() ? fresh.name : known.name };
}

function isSame(one: KeyedQuestion, other: KeyedQuestion): boolean {
  const said = ({ createdAt: _, updatedAt: __, ...rest }: KeyedQuestion) => ({ ...rest });
  return isDeepStrictEqual(said(one), said(other));
}

function eventOf({ teamId, id, baseId, name }: Question) {
  return { teamId, data: { questionId: id, baseId, name } };
}

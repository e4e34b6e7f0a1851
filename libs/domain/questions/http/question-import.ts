import { Injectable } from '@nestjs/common';
import { InputPipe, type UploadedForm } from '#infra/http';
import { type Actor, AppError, type FieldProblem, invalidInput } from '#kernel';
import { decodeText } from '#providers/text-extraction';
import { readCsv } from '../import/csv-rows';
import type { ImportedRow, ReadRows } from '../import/import.types';
import { joinedRows } from '../import/joined-rows';
import { readJson } from '../import/json-rows';
import { Questions } from '../questions.service';
import { MAX_NEW_PHRASINGS, MAX_NEW_QUESTIONS, type NewQuestion, type Question } from '../questions.types';
import { CreateQuestion, ImportQuestions, UploadQuestions } from './questions.dto';

/** Enough to mend any file; an answer must not grow with a hostile input. */
const MAX_PROBLEMS = 50;

interface Entry {
  question: NewQuestion;
  /** How the sender finds it, e.g. `rows.12`, and how a sentence begins that tells of it. */
  path: string;
  label: string;
}

/** Many questions from a list, a table or lines of JSON: all of them or none, and what is wrong is told by its row. */
@Injectable()
export class QuestionImport {
  constructor(
    private readonly questions: Questions,
    private readonly input: InputPipe,
  ) {}

  /** @throws AppError `input.invalid`, `knowledge.base_not_found`, `questions.name_taken` */
  async run(actor: Actor, baseId: string, form: UploadedForm | undefined, body: unknown): Promise<Question[]> {
    const entries = form === undefined ? this.ofBody(body) : this.ofFile(form);
    refuseTooMany(entries);
    try {
      return await this.questions.addAll(
        actor,
        baseId,
        entries.map(({ question }) => question),
      );
    } catch (error) {
      throw namingRows(error, entries);
    }
  }

  private ofBody(body: unknown): Entry[] {
    const value = Array.isArray(body) ? { questions: body } : body;
    const given = this.input.transform<ImportQuestions>(value, { type: 'body', metatype: ImportQuestions });
    if (given.content !== undefined) return this.ofText(given.content, given.type);
    if (given.questions === undefined) {
      throw invalidInput([{ field: 'questions', message: 'questions is required, or content.', missing: true }]);
    }
    return given.questions.map((question, at) => ({ question, path: `questions.${at}`, label: `Question ${at + 1}` }));
  }

  private ofFile(form: UploadedForm): Entry[] {
    const { file } = this.input.transform<UploadQuestions>(form, { type: 'query', metatype: UploadQuestions });
    return this.ofText(decodeText(file.bytes), isJson(file.name, file.mediaType) ? 'jsonl' : undefined);
  }

  private ofText(text: string, type: ImportQuestions['type'] | undefined): Entry[] {
    const isJsonText = type === 'jsonl' || (type === undefined && /^\s*[[{]/.test(text));
    const read = joinedRows(isJsonText ? readJson(text) : readCsv(text));
    return this.checked(read);
  }

  /** All rows are looked at before any is refused. */
  private checked({ rows, unreadable }: ReadRows): Entry[] {
    const problems = unreadable.map(({ row, message }) => ({
      field: `rows.${row}`,
      message: `Row ${row}: ${message}`,
    }));
    const entries: Entry[] = [];
    for (const row of rows) {
      const read = this.read(row);
      if (Array.isArray(read)) problems.push(...read);
      else entries.push({ question: read, path: `rows.${row.row}`, label: `Row ${row.row}` });
      if (problems.length >= MAX_PROBLEMS) break;
    }
    if (problems.length > 0) throw invalidInput(problems.slice(0, MAX_PROBLEMS));
    return entries;
  }

  private read({ row, value }: ImportedRow): CreateQuestion | FieldProblem[] {
    try {
      return this.input.transform<CreateQuestion>(value, { type: 'body', metatype: CreateQuestion });
    } catch (error) {
      if (!(error instanceof AppError) || error.fields.length === 0) throw error;
      return error.fields.map(({ field, message }) => ({
        field: `rows.${row}.${field}`,
        message: `Row ${row}: ${message}`,
      }));
    }
  }
}

function refuseTooMany(entries: readonly Entry[]): void {
  const phrasings = entries.reduce((sum, { question }) => sum + question.phrasings.length, 0);
  const rule = (count: number, what: string) => [
    { field: 'questions', message: `questions must be 1 to ${count.toLocaleString('en-US')} ${what}.` },
  ];
  if (entries.length === 0 || entries.length > MAX_NEW_QUESTIONS)
    throw invalidInput(rule(MAX_NEW_QUESTIONS, 'questions'));
  if (phrasings > MAX_NEW_PHRASINGS) throw invalidInput(rule(MAX_NEW_PHRASINGS, 'phrasings in all'));
}

/** The domain names questions by their place in the list. */
function namingRows(error: unknown, entries: readonly Entry[]): unknown {
  if (!(error instanceof AppError) || error.code !== 'questions.name_taken') return error;
  const fields = error.fields.slice(0, MAX_PROBLEMS).map(({ field, message }) => {
    const [, at = '', ...rest] = field.split('.');
    const { path = field, label = '' } = entries[Number(at)] ?? {};
    return { field: [path, ...rest].join('.'), message: `${label}: ${message}` };
  });
  const message = fields.map((one) => one.message).join(' ') || error.message;
  return new AppError(error.code, error.kind, message, { fields, cause: error });
}

function isJson(name: string, mediaType: string): boolean {
  return /\.(?:jsonl|ndjson|json)$/i.test(name) || /json/i.test(mediaType);
}

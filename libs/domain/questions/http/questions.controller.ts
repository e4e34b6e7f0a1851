import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import {
  AcceptsUpload,
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  Form,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  success,
  successPage,
  type UploadedForm,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { Questions } from '../questions.service';
import { QuestionImport } from './question-import';
import {
  CreateQuestion,
  ImportedQuestions,
  ImportQuestions,
  Question,
  QuestionQuery,
  UpdateQuestion,
  UploadQuestions,
} from './questions.dto';
import { toImportedQuestions, toQuestion } from './questions.mapper';

@MainController('knowledge-bases/:baseId/questions', { tag: 'Questions' })
export class QuestionsController {
  constructor(
    private readonly questions: Questions,
    private readonly imports: QuestionImport,
  ) {}

  @Get()
  @Summary('List questions', 'Oldest first.')
  @NeedsScope('knowledge:read')
  @AnswersPage(Question)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('baseId', 'knowledge base') baseId: string,
    @Query() { page, limit, search }: QuestionQuery,
  ) {
    const request = { page, limit, ...(search ? { search } : {}) };
    return successPage(mapPage(await this.questions.list(actor, baseId, request), toQuestion));
  }

  @Post()
  @Summary('Add a question', 'Searches and replies find it as soon as this has answered.')
  @NeedsScope('knowledge:write')
  @Answers(201, Question)
  @Refuses(400, 404, 409, 413)
  async add(
    @CurrentActor() actor: Actor,
    @IdParam('baseId', 'knowledge base') baseId: string,
    @Body() body: CreateQuestion,
  ) {
    return success(toQuestion(await this.questions.add(actor, baseId, body)), 'The question was added.');
  }

  @Post('import')
  @Summary(
    'Import questions',
    'A list, a table (CSV) or lines of JSON, in the body or as a file. All of them are stored, or nothing; what is wrong is told by its row.',
  )
  @NeedsScope('knowledge:write')
  @AcceptsUpload({ json: ImportQuestions, listOf: CreateQuestion, form: UploadQuestions })
  @Answers(201, ImportedQuestions)
  @Refuses(400, 404, 409, 413)
  async import(
    @CurrentActor() actor: Actor,
    @IdParam('baseId', 'knowledge base') baseId: string,
    @Form() form: UploadedForm | undefined,
    @Body() body: unknown,
  ) {
    const questions = await this.imports.run(actor, baseId, form, body);
    return success(toImportedQuestions(questions), 'The questions were added.');
  }

  @Get(':id')
  @Summary('Get a question')
  @NeedsScope('knowledge:read')
  @Answers(200, Question)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('baseId', 'knowledge base') baseId: string,
    @IdParam('id', 'question') id: string,
  ) {
    return success(toQuestion(await this.questions.get(actor, baseId, id)));
  }

  @Put(':id')
  @Summary('Update a question', 'Absent fields stay as they are, null clears a field. Its old text is no longer found.')
  @NeedsScope('knowledge:write')
  @Answers(200, Question)
  @Refuses(400, 404, 409, 413)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('baseId', 'knowledge base') baseId: string,
    @IdParam('id', 'question') id: string,
    @Body() body: UpdateQuestion,
  ) {
    return success(toQuestion(await this.questions.update(actor, baseId, id, body)), 'The question was updated.');
  }

  @Delete(':id')
  @Summary('Delete a question', 'Searches and replies no longer find it.')
  @NeedsScope('knowledge:write')
  @AnswersDone()
  @Refuses(404)
  async delete(
    @CurrentActor() actor: Actor,
    @IdParam('baseId', 'knowledge base') baseId: string,
    @IdParam('id', 'question') id: string,
  ) {
    await this.questions.delete(actor, baseId, id);
    return done('The question was deleted.');
  }
}

import { Delete, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersDone,
  AnswersFile,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsTeamRole,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
  toDownload,
  UserOnly,
} from '#infra/http';
import { mapPage, type UserActor } from '#kernel';
import { TeamExports } from '../exports/team-exports.service';
import { TeamExport } from './team-data.dto';
import { toExport } from './team-data.mapper';

@MainController('team/exports', { tag: 'Team' })
@UserOnly()
@NeedsTeamRole('admin')
export class TeamExportsController {
  constructor(private readonly exports: TeamExports) {}

  @Post()
  @Summary(
    'Export the team',
    'Everything that the team owns, without secrets: a job writes it into one archive, which is kept for seven days. One at a time.',
  )
  @Answers(202, TeamExport)
  @Refuses(409)
  async start(@CurrentActor() actor: UserActor) {
    return success(toExport(await this.exports.start(actor)), 'The export was begun.');
  }

  @Get()
  @Summary('List exports of the team', 'Newest first.')
  @AnswersPage(TeamExport)
  @Refuses(400)
  async list(@CurrentActor() actor: UserActor, @Query() { page, limit }: PageQuery) {
    return successPage(mapPage(await this.exports.list(actor, { page, limit }), toExport));
  }

  @Get(':id')
  @Summary('Show an export of the team', 'With its status and progress.')
  @Answers(200, TeamExport)
  @Refuses(404)
  async get(@CurrentActor() actor: UserActor, @IdParam('id', 'export') id: string) {
    return success(toExport(await this.exports.get(actor, id)));
  }

  @Get(':id/download')
  @Summary(
    'Download an export of the team',
    'Lines of JSON by table, original files, and `manifest.json`, which lists them.',
  )
  @AnswersFile('The archive (tar, gzipped).')
  @Refuses(404, 409)
  async download(
    @CurrentActor() actor: UserActor,
    @IdParam('id', 'export') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return toDownload(reply, { ...(await this.exports.open(actor, id)), mediaType: 'application/gzip' });
  }

  @Delete(':id')
  @Summary('Delete an export of the team', 'With its archive; one that is under way is ended.')
  @AnswersDone()
  @Refuses(404)
  async remove(@CurrentActor() actor: UserActor, @IdParam('id', 'export') id: string) {
    await this.exports.delete(actor, id);
    return done('The export was deleted.');
  }
}

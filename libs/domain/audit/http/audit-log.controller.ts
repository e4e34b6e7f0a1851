import { Get, Query } from '@nestjs/common';
import {
  AdminOnly,
  AnswersPage,
  CurrentActor,
  MainController,
  NeedsTeamRole,
  Refuses,
  Summary,
  successPage,
} from '#infra/http';
import { mapPage, type UserActor } from '#kernel';
import { AuditLog } from '../audit-log.service';
import { AuditEntryView, AuditQuery } from './audit-log.dto';
import { toAuditEntryView, toListRequest } from './audit-log.mapper';

@MainController('', { tag: 'Audit log' })
export class AuditLogController {
  constructor(private readonly log: AuditLog) {}

  @Get('team/audit-log')
  @NeedsTeamRole('admin')
  @Summary("Show the team's audit log", 'Newest first. For owners and admins of the team.')
  @AnswersPage(AuditEntryView)
  @Refuses(400)
  async list(@CurrentActor() { teamId }: UserActor, @Query() query: AuditQuery) {
    return successPage(mapPage(await this.log.list(teamId, toListRequest(query)), toAuditEntryView));
  }

  @Get('admin/audit-log')
  @AdminOnly()
  @Summary('Show the audit log of all teams', 'Newest first.')
  @AnswersPage(AuditEntryView)
  @Refuses(400)
  async listAll(@Query() query: AuditQuery) {
    return successPage(mapPage(await this.log.listAll(toListRequest(query)), toAuditEntryView));
  }
}

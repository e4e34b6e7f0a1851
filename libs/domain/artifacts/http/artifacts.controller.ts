import { Body, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage, offsetOf } from '#kernel';
import { Artifacts } from '../artifacts.service';
import {
  Artifact,
  ArtifactQuery,
  ArtifactVersion,
  CreateArtifact,
  ListedArtifact,
  ListedArtifactVersion,
  UpdateArtifact,
} from './artifacts.dto';
import { toArtifact, toListedArtifact, toListedVersion, toVersion } from './artifacts.mapper';
import { VersionParam } from './version-param';

const CHANGES =
  'Absent fields stay as they are; at least one is needed. Every update makes a new version, and the earlier ones are kept.';

@MainController('artifacts', { tag: 'Artifacts' })
export class ArtifactsController {
  constructor(private readonly artifacts: Artifacts) {}

  @Post()
  @Summary('Create an artifact', 'A text that is worked on, such as a draft or a program. It begins with version 1.')
  @NeedsScope('documents:write')
  @Answers(201, Artifact)
  @Refuses(400, 413)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateArtifact) {
    return success(toArtifact(await this.artifacts.create(actor, body)), 'The artifact was created.');
  }

  @Get()
  @Summary('List artifacts', 'Newest first, by when they were made. Without their contents.')
  @NeedsScope('documents:read')
  @AnswersPage(ListedArtifact)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() { page, limit, type, search }: ArtifactQuery) {
    const filter = { ...(type ? { type } : {}), ...(search ? { search } : {}) };
    const slice = await this.artifacts.list(actor, { ...filter, limit, offset: offsetOf({ page, limit }) });
    return successPage(mapPage({ ...slice, page, limit }, toListedArtifact));
  }

  @Get(':id')
  @Summary('Get an artifact', 'As its last version has it.')
  @NeedsScope('documents:read')
  @Answers(200, Artifact)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'artifact') id: string) {
    return success(toArtifact(await this.artifacts.get(actor, id)));
  }

  @Put(':id')
  @Summary('Update an artifact', CHANGES)
  @NeedsScope('documents:write')
  @Answers(200, Artifact)
  @Refuses(400, 404, 409, 413)
  async update(@CurrentActor() actor: Actor, @IdParam('id', 'artifact') id: string, @Body() body: UpdateArtifact) {
    return this.change(actor, id, body);
  }

  @Patch(':id')
  @Summary('Change fields of an artifact', CHANGES)
  @NeedsScope('documents:write')
  @Answers(200, Artifact)
  @Refuses(400, 404, 409, 413)
  async patch(@CurrentActor() actor: Actor, @IdParam('id', 'artifact') id: string, @Body() body: UpdateArtifact) {
    return this.change(actor, id, body);
  }

  @Delete(':id')
  @Summary('Delete an artifact', 'With all its versions.')
  @NeedsScope('documents:write')
  @AnswersDone()
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'artifact') id: string) {
    await this.artifacts.delete(actor, id);
    return done('The artifact was deleted.');
  }

  @Get(':id/versions')
  @Summary('List versions of an artifact', 'Newest first, without their contents. None is ever removed.')
  @NeedsScope('documents:read')
  @AnswersPage(ListedArtifactVersion)
  @Refuses(400, 404)
  async versions(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'artifact') id: string,
    @Query() { page, limit }: PageQuery,
  ) {
    const slice = await this.artifacts.versions(actor, id, { limit, offset: offsetOf({ page, limit }) });
    return successPage(mapPage({ ...slice, page, limit }, toListedVersion));
  }

  @Get(':id/versions/:version')
  @Summary('Get a version of an artifact')
  @NeedsScope('documents:read')
  @Answers(200, ArtifactVersion)
  @Refuses(404)
  async version(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'artifact') id: string,
    @VersionParam('version') version: number,
  ) {
    return success(toVersion(await this.artifacts.version(actor, id, version)));
  }

  @Post(':id/versions/:version/restore')
  @Summary(
    'Restore a version of an artifact',
    'Makes a new version with the title, the type and the content of the earlier one. Nothing is lost.',
  )
  @NeedsScope('documents:write')
  @Answers(200, Artifact)
  @Refuses(404)
  async restore(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'artifact') id: string,
    @VersionParam('version') version: number,
  ) {
    return success(toArtifact(await this.artifacts.restore(actor, id, version)), 'The version was restored.');
  }

  private async change(actor: Actor, id: string, body: UpdateArtifact) {
    return success(toArtifact(await this.artifacts.update(actor, id, body)), 'The artifact was updated.');
  }
}

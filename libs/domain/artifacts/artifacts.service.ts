import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, isUuid, newId } from '#kernel';
import { cleanArtifact, cleanPatch, lengthOf } from './artifact-input';
import { artifactErrors } from './artifacts.errors';
import { artifactCreated, artifactDeleted, artifactUpdated } from './artifacts.events';
import { ArtifactsQueries } from './artifacts.queries';
import type {
  Artifact,
  ArtifactListRequest,
  ArtifactPatch,
  ArtifactSummary,
  ArtifactVersion,
  ArtifactVersionSummary,
  NewArtifact,
  Slice,
  SliceRequest,
} from './artifacts.types';

/** What a version says of the artifact. */
type Wording = Required<NewArtifact>;

/**
 * Texts that are worked on. Every accepted change is a version of its own, also one that changes nothing, and none is ever
 * lost: those who change the same artifact wait for each other. Another team's is `artifacts.not_found`.
 */
@Injectable()
export class Artifacts {
  constructor(
    private readonly queries: ArtifactsQueries,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `input.invalid` */
  async create({ teamId }: Actor, input: NewArtifact): Promise<Artifact> {
    const wording = cleanArtifact(input);
    const now = this.clock.now();
    const contentLength = lengthOf(wording.content);
    const artifact = { id: newId(), teamId, version: 1, ...wording, contentLength, createdAt: now, updatedAt: now };
    await this.database.transaction(async () => {
      await this.queries.insert(artifact);
      await this.outbox.add(artifactCreated, eventOf(artifact));
    });
    return artifact;
  }

  /** @throws AppError `input.invalid`, `artifacts.not_found`, `artifacts.version_conflict` */
  async update(actor: Actor, id: string, patch: ArtifactPatch): Promise<Artifact> {
    const { expectedVersion, ...changes } = cleanPatch(patch);
    return this.database.transaction(async () => {
      const before = await this.hold(actor, id);
      refuseUnexpected(before, expectedVersion);
      const { title = before.title, type = before.type } = changes;
      const content = changes.content ?? (await this.contentOf(before));
      return this.addVersion(before, { title, type, content }, null);
    });
  }

  /** Makes an earlier version, with its title and type, the next one. @throws `artifacts.not_found`, `artifacts.version_not_found` */
  async restore(actor: Actor, id: string, version: number): Promise<Artifact> {
    return this.database.transaction(async () => {
      const before = await this.hold(actor, id);
      const { title, type, content } = versionFound(await this.queries.version(id, version));
      return this.addVersion(before, { title, type, content }, version);
    });
  }

  /** @throws `artifacts.not_found` */
  async get({ teamId }: Actor, id: string): Promise<Artifact> {
    return found(isUuid(id) ? await this.queries.find(teamId, id) : undefined);
  }

  /** Newest first, by when they were made. */
  list({ teamId }: Actor, request: ArtifactListRequest): Promise<Slice<ArtifactSummary>> {
    return this.slice(teamId, request, this.queries.list(teamId, request));
  }

  /** As `list`, with what they say: up to a million characters each. */
  listWithContent({ teamId }: Actor, request: ArtifactListRequest): Promise<Slice<Artifact>> {
    return this.slice(teamId, request, this.queries.listWithContent(teamId, request));
  }

  /** With all its versions. @throws `artifacts.not_found` */
  async delete({ teamId }: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const deleted = found(isUuid(id) ? await this.queries.delete(teamId, id) : undefined);
      await this.outbox.add(artifactDeleted, eventOf(deleted));
    });
  }

  /** Newest first. @throws `artifacts.not_found` */
  async versions(actor: Actor, id: string, { limit, offset }: SliceRequest): Promise<Slice<ArtifactVersionSummary>> {
    const { version: total } = await this.summaryOf(actor, id);
    // Numbers have no gaps, so the first of a slice is known.
    return { items: await this.queries.versions(id, total - offset, limit), total };
  }

  /** @throws `artifacts.not_found`, `artifacts.version_not_found` */
  async version(actor: Actor, id: string, version: number): Promise<ArtifactVersion> {
    await this.summaryOf(actor, id);
    return versionFound(await this.queries.version(id, version));
  }

  /** Call it in the transaction that holds the artifact. */
  private async addVersion(before: ArtifactSummary, wording: Wording, restoredFrom: number | null): Promise<Artifact> {
    const artifact = {
      ...before,
      ...wording,
      version: before.version + 1,
      contentLength: lengthOf(wording.content),
      updatedAt: laterThan(before.updatedAt, this.clock.now()),
    };
    await this.queries.addVersion(artifact, restoredFrom);
    await this.outbox.add(artifactUpdated, eventOf(artifact));
    return artifact;
  }

  /** Nobody else changes or deletes it before the open transaction ends. */
  private async hold({ teamId }: Actor, id: string): Promise<ArtifactSummary> {
    return found(isUuid(id) ? await this.queries.lock(teamId, id) : undefined);
  }

  private async summaryOf({ teamId }: Actor, id: string): Promise<ArtifactSummary> {
    return found(isUuid(id) ? await this.queries.findSummary(teamId, id) : undefined);
  }

  private async contentOf({ id, version }: ArtifactSummary): Promise<string> {
    return versionFound(await this.queries.version(id, version)).content;
  }

  /** Counts only where the slice itself does not tell how many there are. */
  private async slice<Item>(
    teamId: string,
    { limit, offset, ...filter }: ArtifactListRequest,
    reading: Promise<Item[]>,
  ): Promise<Slice<Item>> {
    const items = await reading;
    const isLast = items.length < limit && (items.length > 0 || offset === 0);
    return { items, total: isLast ? offset + items.length : await this.queries.count(teamId, filter) };
  }
}

function found<Found>(artifact: Found | undefined): Found {
  if (!artifact) throw artifactErrors.not_found();
  return artifact;
}

function versionFound(version: ArtifactVersion | undefined): ArtifactVersion {
  if (!version) throw artifactErrors.version_not_found();
  return version;
}

function refuseUnexpected({ version }: ArtifactSummary, expectedVersion: number | undefined): void {
  if (expectedVersion === undefined || expectedVersion === version) return;
  const message = `The artifact is at version ${version}, not ${expectedVersion}. Read it again before you change it.`;
  throw artifactErrors.version_conflict({ message, fields: [{ field: 'expectedVersion', message }] });
}

/** Versions follow each other in time also where clocks of several hosts differ, or tick too slowly. */
function laterThan(before: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), before.getTime() + 1));
}

function eventOf({ teamId, id, title, type, version }: ArtifactSummary) {
  return { teamId, data: { artifactId: id, title, type, version } };
}

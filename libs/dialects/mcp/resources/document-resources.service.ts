import type { ReadResourceResult, Resource } from '@modelcontextprotocol/server';
import { Injectable } from '@nestjs/common';
import { type TeamDocument, TeamDocuments, type TeamDocumentsRequest } from '#domain/documents';
import { type Actor, hasScope, requireScope, type Scope } from '#kernel';
import { documentUri } from './resource-uris';

type Contents = ReadResourceResult['contents'][number];

/** Items are knowledge in the main API, everything else is a document. */
const ITEM_SCOPE: Scope = 'knowledge:read';
const UPLOAD_SCOPE: Scope = 'documents:read';

export interface ResourcePage {
  resources: Resource[];
  /** Id of the last one, when there are more. */
  last: string | undefined;
}

@Injectable()
export class DocumentResources {
  constructor(private readonly documents: TeamDocuments) {}

  areOpenTo(actor: Actor): boolean {
    return hasScope(actor, ITEM_SCOPE) || hasScope(actor, UPLOAD_SCOPE);
  }

  async list(actor: Actor, { limit, before }: Pick<TeamDocumentsRequest, 'before' | 'limit'>): Promise<ResourcePage> {
    const only = onlyFor(actor);
    const found = await this.documents.list(actor, {
      limit: limit + 1,
      ...(before === undefined ? {} : { before }),
      ...(only === undefined ? {} : { only }),
    });
    const shown = found.slice(0, limit);
    return { resources: shown.map(toResource), last: found.length > limit ? shown.at(-1)?.id : undefined };
  }

  /** @throws `documents.not_found`, `actor.scope_missing`; why it cannot be read */
  async read(actor: Actor, uri: string, id: string): Promise<Contents> {
    const document = await this.documents.get(actor, id);
    requireScope(actor, document.kind === 'item' ? ITEM_SCOPE : UPLOAD_SCOPE);
    const content = await this.documents.read(actor, document);
    if ('image' in content) {
      return { uri, mimeType: content.mediaType, blob: Buffer.from(content.image).toString('base64') };
    }
    const cut = content.isCut ? { _meta: { 'parley/isCut': true } } : {};
    return { uri, mimeType: content.mediaType, text: content.text, ...cut };
  }
}

/** What a key sees of the documents that has one of the scopes. */
function onlyFor(actor: Actor): TeamDocumentsRequest['only'] {
  if (!hasScope(actor, ITEM_SCOPE)) return 'uploads';
  return hasScope(actor, UPLOAD_SCOPE) ? undefined : 'items';
}

function toResource({ id, title, kind, format, state, sizeBytes, updatedAt }: TeamDocument): Resource {
  const about = kind === 'item' ? 'Knowledge item' : `Document (${format ?? kind})`;
  return {
    uri: documentUri(id),
    name: title,
    title,
    description: state === 'ready' ? `${about}.` : `${about}, ${state}.`,
    size: sizeBytes,
    annotations: { lastModified: updatedAt.toISOString() },
  };
}

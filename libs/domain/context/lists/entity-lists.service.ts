import { Injectable } from '@nestjs/common';
import { Notices } from '#infra/notices';
import { type Actor, Clock, invalidInput, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { contextErrors } from '../context.errors';
import { entityListsChanged } from '../context.notices';
import { recordKey } from '../records/record-keys';
import { EntityListQueries } from './entity-lists.queries';
import {
  type EntityList,
  type EntityListPatch,
  type EntityListSummary,
  LIST_LIMITS,
  type ListEntry,
  type NewEntityList,
} from './entity-lists.types';

/** Things that teams know by name. A change is found in the next message, in all processes. */
@Injectable()
export class EntityLists {
  constructor(
    private readonly queries: EntityListQueries,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Oldest first. */
  async list({ teamId }: Actor, { page, limit }: PageRequest): Promise<Page<EntityListSummary>> {
    const items = await this.queries.list(teamId, { page, limit });
    return { items, total: await this.queries.count(teamId), page, limit };
  }

  /** @throws `context.list_not_found` */
  async get({ teamId }: Actor, id: string): Promise<EntityList> {
    return found(isUuid(id) ? await this.queries.find(teamId, id) : undefined);
  }

  /** @throws `input.invalid`, `context.too_many_lists` */
  async create({ teamId }: Actor, { type, values }: NewEntityList): Promise<EntityList> {
    const at = this.clock.now();
    const list = { id: newId(), type: type.trim(), entries: entriesOf(values), createdAt: at, updatedAt: at };
    if (!(await this.queries.insert(teamId, list, LIST_LIMITS.listsPerTeam))) throw contextErrors.too_many_lists();
    await this.notices.publish(entityListsChanged, { teamId });
    return list;
  }

  /** @throws `input.invalid`, `context.list_not_found` */
  async update({ teamId }: Actor, id: string, { type, values }: EntityListPatch): Promise<EntityList> {
    const change = { type: type?.trim(), entries: values && entriesOf(values) };
    const list = found(isUuid(id) ? await this.queries.update(teamId, id, change, this.clock.now()) : undefined);
    await this.notices.publish(entityListsChanged, { teamId });
    return list;
  }

  /** @throws `context.list_not_found` */
  async delete({ teamId }: Actor, id: string): Promise<void> {
    const deleted = isUuid(id) ? await this.queries.delete(teamId, id) : 0;
    if (deleted === 0) throw contextErrors.list_not_found();
    await this.notices.publish(entityListsChanged, { teamId });
  }
}

/** Trimmed; of one value there is one entry, with the synonyms of all. */
function entriesOf(values: NewEntityList['values']): ListEntry[] {
  const entries = new Map<string, ListEntry>();
  for (const { value, synonyms } of values) {
    const key = recordKey(value);
    const entry = entries.get(key) ?? { value: value.trim(), synonyms: [] };
    entry.synonyms = [...new Set([...entry.synonyms, ...(synonyms ?? []).map((name) => name.trim())])];
    entries.set(key, entry);
  }
  const read = [...entries.values()];
  if (Buffer.byteLength(JSON.stringify(read)) <= LIST_LIMITS.bytes) return read;
  const most = LIST_LIMITS.bytes.toLocaleString('en-US');
  throw invalidInput([{ field: 'values', message: `values must be at most ${most} bytes as JSON.` }]);
}

function found(list: EntityList | undefined): EntityList {
  if (!list) throw contextErrors.list_not_found();
  return list;
}

import type { EntityList, EntityListSummary } from '../lists/entity-lists.types';
import type { UserContext, UserEntity, UserTopic } from '../records/records.types';
import type { EndUserContext, EndUserEntity, EndUserTopic } from './context.dto';
import type { EntityListDto, EntityListSummaryDto } from './entity-lists.dto';

export function toEndUserContext({ botId, userRef, context, ...dates }: UserContext): EndUserContext {
  return { chatbotId: botId, userId: userRef, context, ...written(dates) };
}

export function toEndUserTopic({ id, name, confidence, isActive, keywords, ...dates }: UserTopic): EndUserTopic {
  return { id, name, confidence, active: isActive, keywords, ...written(dates) };
}

export function toEndUserEntity({ createdAt, updatedAt, ...entity }: UserEntity): EndUserEntity {
  return { ...entity, ...written({ createdAt, updatedAt }) };
}

export function toEntityListSummary({ id, type, valueCount, ...dates }: EntityListSummary): EntityListSummaryDto {
  return { id, type, valueCount, ...written(dates) };
}

export function toEntityList({ id, type, entries, ...dates }: EntityList): EntityListDto {
  return { id, type, valueCount: entries.length, values: entries, ...written(dates) };
}

function written({ createdAt, updatedAt }: { createdAt: Date; updatedAt: Date }) {
  return { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

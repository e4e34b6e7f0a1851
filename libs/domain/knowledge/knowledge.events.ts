import { defineEvent } from '#infra/events';

export interface KnowledgeBaseEventData {
  baseId: string;
  botId: string;
  name: string;
}

export const knowledgeBaseCreated = defineEvent<'knowledge-base.created', KnowledgeBaseEventData>(
  'knowledge-base.created',
);
export const knowledgeBaseUpdated = defineEvent<'knowledge-base.updated', KnowledgeBaseEventData>(
  'knowledge-base.updated',
);

/** Its documents are gone with it. Not told of the bases that go with their bot. */
export const knowledgeBaseDeleted = defineEvent<'knowledge-base.deleted', KnowledgeBaseEventData>(
  'knowledge-base.deleted',
);

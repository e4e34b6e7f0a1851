import type { IntegrationFailedData } from '#domain/integrations';
import type { Reply } from '#domain/replies';
import type { TurnStart } from './chats.types';

/** What is told of the integrations that should have answered: those that were called, and in the end that nobody was left. */
export function integrationFailures(
  { botId, conversationId }: TurnStart,
  { failedIntegrations = [], integration }: Reply,
): IntegrationFailedData[] {
  const last = integration?.isApology ? failedIntegrations.length - 1 : -1;
  return failedIntegrations.flatMap(({ id, name, error, statusCode, wasCalled }, at) =>
    wasCalled || at === last
      ? [{ botId, integrationId: id, integrationName: name, conversationId, error, statusCode, isFinal: at === last }]
      : [],
  );
}

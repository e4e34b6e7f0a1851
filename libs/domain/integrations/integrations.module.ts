import { Module } from '@nestjs/common';
import { AuditModule } from '#domain/audit';
import { BotsModule } from '#domain/bots';
import { ModelsModule } from '#domain/models';
import { AddressCheck } from './input/address-check';
import { IntegrationSecrets } from './integration-secrets';
import { IntegrationsQueries } from './integrations.queries';
import { Integrations } from './integrations.service';
import { AssignmentQueries } from './running/assignment.queries';
import { Assignments } from './running/assignments.service';
import { BackEnds } from './running/back-ends.service';
import { IntegrationCalls } from './running/integration-calls';
import { IntegrationTrials } from './running/integration-trials.service';
import { WebhookCalls } from './running/webhook-calls';

@Module({
  imports: [AuditModule, BotsModule, ModelsModule],
  providers: [
    IntegrationsQueries,
    AddressCheck,
    IntegrationSecrets,
    WebhookCalls,
    IntegrationCalls,
    IntegrationTrials,
    Integrations,
    AssignmentQueries,
    Assignments,
    BackEnds,
  ],
  exports: [Integrations, BackEnds],
})
export class IntegrationsModule {}

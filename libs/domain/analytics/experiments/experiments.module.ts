import { Module } from '@nestjs/common';
import { IntegrationsModule } from '#domain/integrations';
import { ExperimentQueries } from './experiments.queries';
import { Experiments } from './experiments.service';

@Module({ imports: [IntegrationsModule], providers: [ExperimentQueries, Experiments], exports: [Experiments] })
export class ExperimentsModule {}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OldRows, Retention } from '#domain/retention';
import { OldFiguresQueries } from './old-figures.queries';

/** Figures of times that a team no longer keeps any of. */
@Injectable()
export class OldFigures implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly queries: OldFiguresQueries,
  ) {}

  onModuleInit(): void {
    this.retention.register({ kind: 'analytics', name: 'figures', removeOld: (old) => this.removeSome(old) });
  }

  private async removeSome(old: OldRows): Promise<number> {
    const { queries } = this;
    const cells =
      (await queries.deleteCells(old)) + (await queries.deleteModels(old)) + (await queries.deleteIntents(old));
    const visits = (await queries.deleteVisits(old)) + (await queries.deleteUsersWithoutVisits(old));
    const integrations = (await queries.deleteIntegrationDays(old)) + (await queries.deleteIntegrationLatencies(old));
    return cells + visits + integrations;
  }
}

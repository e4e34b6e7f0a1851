export { TeamCatalog } from './catalog/team-catalog.service';
export { TeamExports } from './exports/team-exports.service';
export { teamDataErrors } from './team-data.errors';
export { TeamDataModule } from './team-data.module';
export * from './team-data.types';

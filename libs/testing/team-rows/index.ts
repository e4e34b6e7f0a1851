export { closeInstallation, type OpenInstallation, openInstallation } from './open-database';
export { changesBetween, type RowsDigest, TeamRows } from './team-rows';

/** The part of the room that may be loaded before everything else: it knows neither Nest nor TypeORM. */
export { DataFolderInUseError } from './data-folder-in-use.error';
export { EmbeddedDatabase, type EmbeddedDatabaseOptions } from './embedded-database';
export { joinOrStartEmbedded, startEmbedded } from './start-embedded';
export { usableTemplate } from './template-manifest';

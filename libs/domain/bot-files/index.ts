export { botFileErrors } from './bot-files.errors';
export { BotFilesModule } from './bot-files.module';
export * from './bot-files.types';
export { BotExports, type OpenBotFile } from './exporting/bot-exports.service';
export { BotImportRunning } from './importing/bot-import-running.service';
export { type BotFileToImport, BotImports } from './importing/bot-imports.service';

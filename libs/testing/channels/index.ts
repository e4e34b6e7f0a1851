export * from './channels-under-test';
export * from './due-jobs';
export * from './mortal-database';
export * from './scripted-transport';

export * from './actor/actor';
export * from './actor/scopes';
export * from './actor/team-roles';
export * from './cancelling/following';
export * from './errors/app-error';
export * from './ids/ids';
export * from './paging/paging';
export * from './time/clock';

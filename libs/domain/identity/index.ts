export { IdentityActorResolver } from './actors/identity-actor-resolver';
export { identityErrors } from './identity.errors';
export * from './identity.events';
export { IdentityModule } from './identity.module';
export * from './identity.types';
export { ApiKeys } from './keys/api-keys.service';
export { Logins } from './logins/logins.service';
export { type ProvisionedAdministrator, Provisioning } from './provisioning.service';
export { Accounts } from './users/accounts.service';

export * from './open-identity';

export * from './open-webhooks';

export * from './s3-bucket';
export * from './s3-protocol';
export * from './s3-server';
export * from './s3-signature';

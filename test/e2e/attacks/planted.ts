/** By what it is; each is unlike all others, so that the place that lets it out is known. */
export const PLANTED = {
  jwtSecret: 'planted-jwt-secret-0a6f1c8b2e7d4f93',
  smtpPassword: 'planted-smtp-password-51d0',
  defaultModelKey: 'sk-planted-default-model-77e1',
  metricsToken: 'planted-metrics-token-c3b9',
  password: 'planted password of a person 4e02',
  wrongPassword: 'planted wrong password 9d17',
  newPassword: 'planted new password 60aa',
  modelKey: 'sk-planted-model-key-1b2c3d',
  webhookSecret: 'planted-webhook-secret-8f8f8f8f8f8f',
  botToken: '123456789:planted-telegram-token-AAE0',
  signingSecret: 'planted-slack-signing-secret-d00d',
  integrationHeader: 'planted-integration-header-beef',
  integrationSecret: 'planted-integration-secret-feed-0000',
  pluginOption: 'planted-plugin-option-3c7a',
  pluginHeader: 'planted-plugin-header-92f4',
  loopHeader: 'planted-agent-callback-header-7b1e',
  toolServerHeader: 'planted-tool-server-header-e5d2',
  unknownKey: 'sk_live_plantedunknownkey000000000000000000',
} as const;

/** Whatever of them might be cut or encoded still begins or ends so. */
export const traces = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').slice(0, -4),
];

/**
 * The directions of the house (ARCHITECTURE.md), checked by test/architecture/directions.spec.ts:
 * apps -> dialects -> domain doors -> provider contracts, infra -> kernel.
 */

/** From low to high. A domain imports only domains of lower rows, through their doors. */
const DOMAIN_ROWS = [
  ['language'],
  ['classification'],
  ['audit'],
  ['identity'],
  ['budgets', 'retention'],
  ['models'],
  ['bots'],
  ['knowledge'],
  ['documents', 'questions', 'artifacts'],
  ['training', 'context', 'plugins', 'integrations', 'transfers', 'team-data'],
  ['replies'],
  ['chats'],
  ['agents', 'channels'],
  ['analytics', 'learning', 'webhooks'],
  ['bot-files'],
];

const SOURCE = { pathNot: '\\.spec\\.ts$|contract-suite\\.ts$' };
const outside = (...rooms) => ({ path: '^(apps|libs)/', pathNot: rooms });

const onlyDownwards = DOMAIN_ROWS.map((row, index) => {
  const notLower = DOMAIN_ROWS.slice(index).flat();
  return {
    name: `domain-downwards-${row.join('-')}`,
    severity: 'error',
    from: { path: `^libs/domain/(${row.join('|')})/`, ...SOURCE },
    to: { path: `^libs/domain/(${notLower.join('|')})/`, pathNot: '^libs/domain/$1/' },
  };
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { pathNot: '\\.entity\\.ts$' } } },
    {
      name: 'kernel-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^libs/kernel/', ...SOURCE },
      to: outside('^libs/kernel/'),
    },
    {
      name: 'kernel-knows-no-framework',
      severity: 'error',
      from: { path: '^libs/kernel/', ...SOURCE },
      to: { path: 'node_modules/(@nestjs|typeorm|fastify|pg)' },
    },
    {
      name: 'infra-imports-kernel-only',
      severity: 'error',
      from: { path: '^libs/infra/', ...SOURCE },
      to: outside('^libs/(infra|kernel)/'),
    },
    {
      name: 'providers-import-kernel-and-infra',
      severity: 'error',
      from: { path: '^libs/providers/', ...SOURCE },
      to: outside('^libs/(providers|infra|kernel)/'),
    },
    {
      name: 'provider-contracts-import-kernel-only',
      severity: 'error',
      from: { path: '^libs/providers/', pathNot: '/adapters/|\\.module\\.ts$|\\.spec\\.ts$|contract-suite\\.ts$' },
      to: outside('^libs/(providers|kernel)/'),
    },
    {
      name: 'adapters-are-bound-by-their-module-or-factory-only',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: ['^libs/providers/[^/]+/[^/]+\\.(module|factory)\\.ts$', '/adapters/', '\\.spec\\.ts$'],
      },
      to: { path: '^libs/providers/[^/]+/adapters/' },
    },
    {
      name: 'domain-imports-no-dialect-nor-app',
      severity: 'error',
      from: { path: '^libs/domain/', ...SOURCE },
      to: { path: '^(apps|libs/dialects)/' },
    },
    {
      name: 'domain-through-doors',
      severity: 'error',
      from: { path: '^libs/domain/([^/]+)/', ...SOURCE },
      to: { path: '^libs/domain/[^/]+/', pathNot: ['^libs/domain/$1/', '^libs/domain/[^/]+/index\\.ts$'] },
    },
    ...onlyDownwards,
    {
      name: 'domain-not-http-without-reason',
      severity: 'error',
      // Identity says who is behind a credential, which is a word of the http room.
      from: {
        path: '^libs/domain/([^/]+)/(?!http/)',
        pathNot: [SOURCE.pathNot, '^libs/domain/identity/actors/identity-actor-resolver\\.ts$'],
      },
      to: { path: ['^libs/domain/[^/]+/http/', '^libs/infra/http/'] },
    },
    {
      name: 'doors-not-entered-from-inside',
      severity: 'error',
      from: { path: '^libs/(domain|infra|providers)/([^/]+)/', ...SOURCE },
      to: { path: '^libs/$1/$2/index\\.ts$' },
    },
    {
      name: 'dialects-through-doors',
      severity: 'error',
      from: { path: '^libs/dialects/', ...SOURCE },
      to: { path: '^libs/domain/', pathNot: '^libs/domain/[^/]+/index\\.ts$' },
    },
    {
      name: 'dialects-apart',
      severity: 'error',
      from: { path: '^libs/dialects/([^/]+)/', ...SOURCE },
      to: { path: '^libs/dialects/[^/]+/', pathNot: '^libs/dialects/$1/' },
    },
    {
      name: 'rooms-through-doors',
      severity: 'error',
      from: { path: '^(apps|libs/(domain|dialects|providers))/', ...SOURCE },
      to: { path: '^libs/infra/[^/]+/', pathNot: '^libs/infra/[^/]+/(embedded/)?index\\.ts$' },
    },
    {
      name: 'infra-rooms-through-doors',
      severity: 'error',
      from: { path: '^libs/infra/([^/]+)/', ...SOURCE },
      to: { path: '^libs/infra/[^/]+/', pathNot: ['^libs/infra/$1/', '^libs/infra/[^/]+/index\\.ts$'] },
    },
    {
      name: 'typeorm-in-its-rooms',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/(infra/database|domain|testing)/', '\\.spec\\.ts$'] },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'queue-engine-in-its-room',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/infra/(queue|database)/', '\\.spec\\.ts$'] },
      to: { path: 'node_modules/(pg-boss|bull)/' },
    },
    {
      name: 'product-without-tests-room',
      severity: 'error',
      from: { path: '^(apps|libs/(kernel|infra|providers|domain|dialects))/', ...SOURCE },
      to: { path: '^(libs/testing|test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};

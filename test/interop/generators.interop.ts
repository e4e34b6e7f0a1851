import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { must, registerTeam, sharedInstallation, WireClient } from '../../libs/testing/parley';
import type { Server, Talk } from './talks/talk';
import { bundle, DOCUMENTS, type DocumentName, GENERATED, HERE, runTool, saveDocuments } from './tools';

interface Generator {
  name: string;
  /** The folder of its clients, below `generated`. */
  folder: string;
  /** The folder of what its clients say, below `talks`. */
  talks: string;
  generate(baseUrl: string): Promise<void>;
}

const ALL = DOCUMENTS.join(',');

const GENERATORS: readonly Generator[] = [
  {
    name: 'openapi-typescript and openapi-fetch',
    folder: 'openapi-typescript',
    talks: 'openapi-fetch',
    // A field with a default value may be left out.
    async generate() {
      for (const name of DOCUMENTS) {
        const target = `generated/openapi-typescript/${name}.ts`;
        await done('openapi-typescript', [
          `generated/${name}.json`,
          '--default-non-nullable=false',
          '--output',
          target,
        ]);
      }
    },
  },
  {
    name: '@hey-api/openapi-ts',
    folder: 'hey-api',
    talks: 'hey-api',
    generate: () => done('openapi-ts', ['--file', 'openapi-ts.config.mjs'], { DOCUMENTS: ALL }),
  },
  {
    name: 'orval',
    folder: 'orval',
    talks: 'orval',
    generate: (baseUrl) => done('orval', ['--config', 'orval.config.mjs'], { DOCUMENTS: ALL, BASE_URL: baseUrl }),
  },
];

/**
 * What each dialect calls something unknown; in the union the main API creates, and the manager API refuses. MCP has clients of its own.
 */
const REFUSALS: Partial<Record<DocumentName, string>> = {
  platform: 'NOT_FOUND',
  assistant: 'RESOURCE_NOT_FOUND',
  support: 'not_found',
  manager: 'not_found',
  criabot: 'NOT_FOUND',
  openai: 'model_not_found',
  union: 'not_found',
};

const SPOKEN = DOCUMENTS.filter((document) => document in REFUSALS);

type Step = 'generated' | 'compiled' | 'called';
const STEPS: readonly Step[] = ['generated', 'compiled', 'called'];
const passed = new Set<string>();

describe.each(GENERATORS)('clients made by $name', ({ name, folder, talks, generate }) => {
  let server: Server;

  beforeAll(async () => {
    const { baseUrl } = await sharedInstallation();
    await saveDocuments(baseUrl);
    const { apiKey, asKey } = await registerTeam(new WireClient(baseUrl), 'interop');
    must(await asKey.post('/api/v1/chatbots', { name: 'Interop' }), 201);
    server = { baseUrl, apiKey };
    rmSync(path.join(GENERATED, folder), { recursive: true, force: true });
    await generate(baseUrl);
  });

  test('are made of every document', () => {
    for (const document of DOCUMENTS) {
      const isThere = ['.ts', ''].some((suffix) => existsSync(path.join(GENERATED, folder, document + suffix)));
      expect([document, isThere]).toEqual([document, true]);
      note(name, document, 'generated');
    }
  });

  test('compile under tsc --strict, and so does what is said with them', async () => {
    const { output } = await runTool('tsc', ['--project', `tsconfig.${folder}.json`]);
    const isWrong = (document: DocumentName) =>
      output.includes(`generated/${folder}/${document}`) || output.includes(`talks/${talks}/${document}.ts`);
    for (const document of DOCUMENTS) if (!isWrong(document)) note(name, document, 'compiled');
    expect(output).toBe('');
  });

  test.each(SPOKEN)('talk to the server: %s', async (document) => {
    const target = path.join(GENERATED, 'bundles', talks, `${document}.cjs`);
    expect((await bundle(path.join(HERE, 'talks', talks, `${document}.ts`), target)).output).toBe('');
    const { talk } = require(target) as { talk: (server: Server) => Promise<Talk> };
    const { created, listed, got, refusal, reply } = await talk(server);
    expect(created).not.toBe('');
    expect(listed).toContain(created);
    expect(got).toBe(created);
    expect(refusal).toBe(REFUSALS[document]);
    expect(reply).not.toBe('');
    note(name, document, 'called');
  });
});

afterAll(() => {
  const rows = GENERATORS.flatMap(({ name }) =>
    DOCUMENTS.map((document) => [name, document, ...STEPS.map((step) => told(name, document, step))]),
  );
  const lines = [['generator', 'document', ...STEPS], ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  process.stdout.write(`\n${lines.join('\n')}\n`);
});

function told(generator: string, document: DocumentName, step: Step): string {
  if (step === 'called' && !SPOKEN.includes(document)) return '-';
  return passed.has(key(generator, document, step)) ? 'yes' : 'NO';
}

function note(generator: string, document: DocumentName, step: Step): void {
  passed.add(key(generator, document, step));
}

function key(generator: string, document: DocumentName, step: Step): string {
  return `${generator} ${document} ${step}`;
}

async function done(tool: string, args: readonly string[], env: Record<string, string> = {}): Promise<void> {
  const { code, output } = await runTool(tool, args, env);
  if (code !== 0) throw new Error(`${tool} ended with ${code}:\n${output}`);
}

import { sharedInstallation } from '../../libs/testing/parley';
import { DOCUMENTS, type DocumentName, runNode, runTool, saveDocuments } from './tools';

test('the types of the TypeScript client are those of the committed documents', async () => {
  expect(await runNode('../../clients/typescript/generate.mjs', ['--check'])).toMatchObject({ code: 0 });
});

describe('the OpenAPI documents', () => {
  let files: Record<DocumentName, string>;

  beforeAll(async () => {
    files = await saveDocuments((await sharedInstallation()).baseUrl);
  });

  test('have no problem that spectral knows', async () => {
    const order = ['lint', '--ruleset', '.spectral.yaml', '--fail-severity', 'hint', '--display-only-failures'];
    const { code, output } = await runTool('spectral', [...order, ...DOCUMENTS.map((name) => files[name])]);
    expect([output.trim(), code]).toEqual([expect.stringContaining('No results'), 0]);
  });

  test('have no problem that redocly knows', async () => {
    const order = ['lint', '--config', 'redocly.yaml', '--format', 'stylish', '--max-problems', '50'];
    const { code, output } = await runTool('redocly', [...order, ...DOCUMENTS.map((name) => files[name])]);
    expect([output.replace(/^.*validat.*$/gm, '').trim(), code]).toEqual([expect.stringMatching(/^Woohoo!/), 0]);
  });
});

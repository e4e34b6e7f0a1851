/** The TypeScript client as its users have it: built, packed, and installed into a folder of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = path.resolve(__dirname, '../../..');
const SOURCE = path.join(ROOT, 'clients/typescript');

export interface ScriptResult {
  output: string;
  code: number | null;
}

export class PackedPackage {
  private constructor(
    /** Where the package is installed. */
    readonly folder: string,
    /** Files of the package. */
    readonly files: readonly string[],
  ) {}

  static async install(): Promise<PackedPackage> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'parley-client-'));
    const made = path.join(folder, 'made');
    mkdirSync(made);
    await run(process.execPath, [path.join(SOURCE, 'build.mjs'), path.join(made, 'dist')]);
    for (const name of ['package.json', 'README.md', 'LICENSE']) cpSync(path.join(SOURCE, name), path.join(made, name));
    const packed = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: made,
    });
    const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: Array<{ path: string }> }];
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], { cwd: folder });
    return new PackedPackage(
      folder,
      files.map((file) => file.path),
    );
  }

  /** Puts a file beside the package. Gives its path. */
  write(name: string, text: string): string {
    const file = path.join(this.folder, name);
    writeFileSync(file, text);
    return file;
  }

  /** A running script of that folder. */
  start(name: string, environment: Record<string, string> = {}): ChildProcess {
    const options = ['--disable-warning=ExperimentalWarning', name];
    return spawn(process.execPath, options, {
      cwd: this.folder,
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** A script of that folder, to its end. */
  run(name: string, environment?: Record<string, string>): Promise<ScriptResult> {
    const child = this.start(name, environment);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (output += piece));
    return new Promise((resolve) => child.on('close', (code) => resolve({ output, code })));
  }

  /** What TypeScript finds wrong with files of that folder, as a strict project without DOM types has it. */
  async compile(names: readonly string[]): Promise<string> {
    const compilerOptions = {
      strict: true,
      target: 'es2022',
      lib: ['es2022'],
      module: 'nodenext',
      noEmit: true,
      types: ['node'],
      typeRoots: [path.join(ROOT, 'node_modules/@types')],
    };
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, files: names }));
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const done = await run(process.execPath, [tsc, '-p', '.'], { cwd: this.folder }).catch(
      (failed) => failed as { stdout: string },
    );
    return done.stdout;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

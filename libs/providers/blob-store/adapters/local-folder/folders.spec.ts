import fs, { mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { moveInto, removeEmptyFolders, removeTree } from './folders';

describe('folders that others work in, too', () => {
  let root: string;
  let draft: string;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'parley-folders-'));
    draft = path.join(root, 'draft');
    await writeFile(draft, 'content');
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(root, { recursive: true });
  });

  test('are made again when somebody tidies them away before the file is there', async () => {
    const file = path.join(root, 'a/b/c');
    const { rename } = fs;
    const moves = jest.spyOn(fs, 'rename').mockImplementationOnce(async (from, to) => {
      await removeEmptyFolders(path.dirname(String(to)), root);
      await rename(from, to);
    });
    await moveInto(draft, file);
    expect(await readFile(file, 'utf8')).toBe('content');
    expect(moves).toHaveBeenCalledTimes(2);
  });

  test('are not made for ever when the file to move has gone', async () => {
    await rm(draft);
    await expect(moveInto(draft, path.join(root, 'a/b'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('may go again as soon as the file is there', async () => {
    const file = path.join(root, 'a/b');
    const { rename } = fs;
    jest.spyOn(fs, 'rename').mockImplementationOnce(async (from, to) => {
      await rename(from, to);
      await rm(file);
      await rmdir(path.dirname(file));
    });
    await moveInto(draft, file);
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('stay, with those above, as soon as there is something in them', async () => {
    await mkdir(path.join(root, 'a/b/c'), { recursive: true });
    await moveInto(draft, path.join(root, 'a/kept'));
    await removeEmptyFolders(path.join(root, 'a/b/c'), root);
    expect(await fs.readdir(path.join(root, 'a'))).toEqual(['kept']);
    await removeEmptyFolders(path.join(root, 'never/there'), root);
  });

  test('are emptied with more in them than is held at once', async () => {
    const folder = path.join(root, 'many');
    await mkdir(path.join(folder, 'deep/er'), { recursive: true });
    const names = Array.from({ length: 2_100 }, (_, n) => path.join(folder, n % 2 ? 'deep/er' : '.', `file-${n}`));
    await Promise.all(names.map((name) => writeFile(name, '')));
    await removeTree(folder);
    expect(await fs.readdir(root)).toEqual(['draft']);
  });

  test('keep what is left when somebody says stop', async () => {
    const reason = new Error('the worker stops');
    await expect(removeTree(root, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(await fs.readdir(root)).toEqual(['draft']);
  });
});

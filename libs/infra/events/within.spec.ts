import { within } from './within';

describe('a time limit', () => {
  test('lets work end that is quick enough, and passes its failure on', async () => {
    await within(1_000, async () => undefined);
    await expect(within(1_000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  test('does not wait for work that hangs', async () => {
    await expect(within(10, () => new Promise(() => undefined))).rejects.toThrow('took too long');
  });

  test('that is over begins nothing', async () => {
    const work = jest.fn();
    await expect(within(0, work)).rejects.toThrow('is over');
    expect(work).not.toHaveBeenCalled();
  });
});

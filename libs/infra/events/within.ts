/** @throws Error when `work` has not ended within the time; what it throws afterwards is nobody's business. */
export async function within(limitMs: number, work: () => Promise<void>): Promise<void> {
  if (limitMs <= 0) throw new Error('The time for this batch is over.');
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The consumer took too long.')), limitMs);
  });
  try {
    await Promise.race([work(), limit]);
  } finally {
    clearTimeout(timer);
  }
}

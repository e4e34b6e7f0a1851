export async function clientCosts(_llmUrl: string, _mode: string): Promise<number> {
  return 0;
}

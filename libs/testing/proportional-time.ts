import { expectProportionalGrowth } from './growth';

/** Of all threads of the process: what it did, however much of the machine others took meanwhile. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** As `expectProportionalGrowth`, of the processor's time: for work that this process does itself. */
export function expectProportionalTime(work: (size: number) => unknown, size: number): Promise<void> {
  return expectProportionalGrowth(work, size, processorMs);
}

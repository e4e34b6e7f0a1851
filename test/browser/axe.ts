/** What axe-core finds wrong with a page, as lines for people. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

interface AxeResults {
  violations: Array<{ id: string; nodes: Array<{ target: unknown; failureSummary: string }> }>;
}

/** In a world of its own, so that the page's policy is out of its way: what it checks is what the page shows. */
export async function axeFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const run = async (expression: string) =>
    (await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true })).result;
  await run(AXE);
  const { violations } = (await run(`axe.run(document, { runOnly: ${TAGS} })`)).value as AxeResults;
  await session.detach();
  return violations.map(
    ({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map((one) => [one.target, one.failureSummary]))}`,
  );
}

import { DEMO_QUESTION } from './demo/help-centre';
import type { FirstStartResult } from './first-start';

/** What a person reads in the terminal; everything else that the process says is a log line. */
export function tellReady(baseUrl: string, startedInMs: number, runsJobs: boolean): void {
  console.log(
    `\n  Parley is ready at ${baseUrl} (started in ${(startedInMs / 1_000).toFixed(1)} s)\n  Documentation:     ${baseUrl}/docs\n`,
  );
  if (!runsJobs) console.log('  Jobs are run by workers: npm run start:worker starts one.\n');
}

/** Told once: nothing of it can be shown again. */
export function tellFirstStart(baseUrl: string, made: FirstStartResult): void {
  const password = made.password ?? '(the ADMIN_PASSWORD that you set)';
  console.log(`  This is the first start, so this was made for you. Keep it: it is not shown again.

    administrator    ${made.user.username} (${made.user.email})
    password         ${password}
    API key          ${made.apiKey}
    demo bot         ${made.demoBot.name}, ${made.demoBot.id}

  Talk to the demo bot at ${baseUrl}/demo, or ask it something here:

    curl -s ${baseUrl}/api/v1/chatbots/${made.demoBot.id}/conversation \\
      -H 'X-API-Key: ${made.apiKey}' -H 'Content-Type: application/json' \\
      -d '{"message": "${DEMO_QUESTION}"}'
`);
}

import { ENV_SCHEMA } from './env.schema';
import type { EnvVariable } from './env-variable';

const variables = Object.entries(ENV_SCHEMA) as Array<[string, EnvVariable]>;

/** The text of `.env.example`. */
export function envExample(): string {
  const blocks = variables.map(([name, variable]) => {
    const note = variable.secret ? ' (secret)' : '';
    return `# ${variable.meaning}${note}\n#${name}=${variable.defaultText ?? ''}\n`;
  });
  return `# Settings of Parley. All are optional in embedded mode. Generated from libs/infra/config/variables.\n\n${blocks.join('\n')}`;
}

/** The table of `docs/configuration.md`. */
export function envTable(): string {
  const rows = variables.map(
    ([name, variable]) =>
      `| \`${name}\` | ${variable.defaultText ? `\`${variable.defaultText}\`` : '-'} | ${variable.meaning} |`,
  );
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

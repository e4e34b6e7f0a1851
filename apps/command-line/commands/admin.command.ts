import { Command } from 'commander';
import type { OutputOptions } from '../terminal/answers';
import { readStdin, table, tell } from '../terminal/answers';

interface PasswordOptions extends OutputOptions {
  passwordStdin?: boolean;
}

interface CreateOptions extends PasswordOptions {
  username: string;
  email: string;
}

const PASSWORD_OPTION = [
  '--password-stdin',
  'read the password from stdin (at least 8 characters); otherwise one is made and shown once',
] as const;
const JSON_OPTION = ['--json', 'answer as JSON'] as const;

export function adminCommands(): Command {
  const group = new Command('admin')
    .summary('administrators of the installation')
    .description(
      'Administrators care for users, limits and everything else of the installation. There is always at least one.',
    );
  group
    .command('create')
    .description('Makes an administrator, with a team of their own.')
    .requiredOption('--username <name>', 'what they log in with')
    .requiredOption('--email <address>', 'where they get mail; logs in as well')
    .option(...PASSWORD_OPTION)
    .option(...JSON_OPTION)
    .action(create);
  group
    .command('reset <name>')
    .description(
      'Gives an administrator (by username or e-mail address) a new password, enables them, and ends all their logins. API keys stay.',
    )
    .option(...PASSWORD_OPTION)
    .option(...JSON_OPTION)
    .action(reset);
  group
    .command('list')
    .description('Who the administrators are.')
    .option(...JSON_OPTION)
    .action(list);
  return group;
}

async function create({ username, email, ...options }: CreateOptions): Promise<void> {
  const password = options.passwordStdin ? await readStdin() : undefined;
  const made = await withAdministrators((administrators) => administrators.create({ username, email, password }));
  const { user } = made;
  tell(
    { id: user.id, username: user.username, email: user.email, ...shown(made.madePassword) },
    [`The administrator ${user.username} (${user.email}) was made.`, ...passwordLines(made.madePassword)],
    options,
  );
}

async function reset(name: string, options: PasswordOptions): Promise<void> {
  const password = options.passwordStdin ? await readStdin() : undefined;
  const { user, madePassword } = await withAdministrators((administrators) => administrators.reset(name, password));
  tell(
    { id: user.id, username: user.username, email: user.email, ...shown(madePassword) },
    [`${user.username} has a new password, and no login any more.`, ...passwordLines(madePassword)],
    options,
  );
}

async function list(options: OutputOptions): Promise<void> {
  const found = await withAdministrators((administrators) => administrators.list());
  const answer = found.map(({ id, username, email, isActive }) => ({ id, username, email, isActive }));
  const rows = answer.map(({ username, email, isActive }) => [username, email, isActive ? 'active' : 'disabled']);
  tell(answer, table([['username', 'e-mail', 'state'], ...rows]), options);
}

/** Loaded when it is needed: the domain takes a second. */
async function withAdministrators<T>(
  work: (administrators: import('#domain/identity').Administrators) => Promise<T>,
): Promise<T> {
  const [{ withDomain }, { Administrators, IdentityModule }] = await Promise.all([
    import('../domain-context.js'),
    import('#domain/identity'),
  ]);
  return withDomain([IdentityModule], (context) => work(context.get(Administrators, { strict: false })));
}

function shown(password: string | undefined) {
  return password === undefined ? {} : { password };
}

function passwordLines(password: string | undefined): string[] {
  return password === undefined ? [] : [`Password: ${password}`, 'Keep it: it is not shown again.'];
}

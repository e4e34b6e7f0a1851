import type { User } from '../identity.types';
import { resetMail } from './reset-mail';

const JANE = { username: 'jane', email: 'jane@example.com' } as User;

describe('the mail for a new password', () => {
  test('says where the installation is when it knows', () => {
    const { text } = resetMail(JANE, 'the-token', 'https://bots.example');
    expect(text).toContain('your account at https://bots.example.');
    expect(text).toContain('\nhttps://bots.example/api/v1/auth/password-reset\n');
  });

  test('names the path alone when it does not', () => {
    const { text } = resetMail(JANE, 'the-token', undefined);
    expect(text).toContain('\n/api/v1/auth/password-reset of your installation\n');
    expect(text).not.toContain('undefined');
  });
});

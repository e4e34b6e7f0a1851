import { disabledNotice } from './disabled-notice';

const URL_OF_HOOK = 'https://hooks.example.com/in/7?token=secret';
const disabledAt = new Date('2026-03-06T12:00:00.000Z');
const failingSince = new Date('2026-03-01T12:00:00.000Z');

describe('the mail about a webhook that was switched off', () => {
  const mail = (reason: 'gone' | 'failing', publicUrl?: string) =>
    disabledNotice({ url: URL_OF_HOOK, reason, disabledAt, failingSince }, 'ann@example.com', publicUrl);

  test('goes to one person and names the webhook, not what may be secret in its address', () => {
    const { to, text } = mail('gone');
    expect(to).toBe('ann@example.com');
    expect(text).toContain('https://hooks.example.com/in/7\n');
    expect(text).not.toContain('secret');
  });

  test('says why', () => {
    expect(mail('gone').text).toContain('On Fri, 06 Mar 2026 12:00:00 GMT it answered with status 410 (Gone)');
    expect(mail('failing').text).toContain('has failed since Sun, 01 Mar 2026 12:00:00 GMT.');
  });

  test('names the installation when its address is known', () => {
    expect(mail('gone', 'https://bots.example.com').text).toContain('at https://bots.example.com was switched off');
  });
});

import { element, setText } from '../../dom/element';

/** @param signIn throws an error whose message is for people */
export function signInView(signIn: (username: string, password: string) => Promise<void>, reason = ''): HTMLElement {
  const problem = element('p', { class: 'problem', role: 'alert' }, reason);
  const username = element('input', { id: 'username', autocomplete: 'username', required: true });
  const password = element('input', {
    id: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: true,
  });
  const button = element('button', { type: 'submit' }, 'Sign in');
  const submit = async (event: Event) => {
    event.preventDefault();
    button.disabled = true;
    setText(problem, '');
    try {
      await signIn(username.value, password.value);
    } catch (error) {
      setText(problem, (error as Error).message);
      password.focus();
    } finally {
      button.disabled = false;
    }
  };
  return element(
    'main',
    { class: 'sign-in' },
    element('h1', {}, 'Parley dashboard'),
    element(
      'form',
      { onsubmit: submit },
      element('label', { for: 'username' }, 'User name or e-mail'),
      username,
      element('label', { for: 'password' }, 'Password'),
      password,
      button,
      problem,
    ),
  );
}

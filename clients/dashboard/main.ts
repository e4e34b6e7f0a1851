/** The dashboard of `/dashboard`: what happened with the chatbots of a team, for its members. */
import { Dashboard } from './dashboard';

const root = document.querySelector<HTMLElement>('#dashboard');
if (root) new Dashboard(root).start();

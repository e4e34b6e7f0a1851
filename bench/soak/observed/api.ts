/** The api as `apps/api/main` starts it, observed. */
import './observer';
import '../../../apps/api/main';

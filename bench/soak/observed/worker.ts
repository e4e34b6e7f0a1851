/** The worker as `apps/worker/main` starts it, observed. */
import './observer';
import '../../../apps/worker/main';

/** The worker as `apps/worker/main` starts it, with a clock and a disk that the bench turns. */
import './turned';
import '../../../apps/worker/main';

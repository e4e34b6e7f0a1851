/** The api as `apps/api/main` starts it, with a clock and a disk that the bench turns. */
import './turned';
import '../../../apps/api/main';

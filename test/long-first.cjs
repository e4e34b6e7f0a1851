/**
 * The order of test files where no run before has left its times, as in CI: first those that are known to be long, so that no core waits
 * for one of them at the end, while all others are done. Within both parts it is Jest's own.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

/** A minute each: they start installations of their own, kill them, or wait for what comes late. */
const LONG =
  /crash\.e2e|embedded\.e2e|\/command-line\/|\/tenancy\.e2e|odd-input\.e2e|\/(agent-loops|overload|people|plugins|webhooks-receivers)\.e2e|\/activation\.db/;

module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => typeof duration === 'number')) return sorted;
    const [long, others] = [true, false].map((wanted) => sorted.filter(({ path }) => LONG.test(path) === wanted));
    return [...long, ...others];
  }
};

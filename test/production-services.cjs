const setUpRun = require('./run.setup.cjs');

/** Says what is missing instead of running the tests on something else. */
module.exports = async () => {
  const missing = ['DATABASE_URL', 'REDIS_URL'].filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Error(`The production tests need ${missing.join(' and ')}: servers that may be written to.`);
  await setUpRun();
};

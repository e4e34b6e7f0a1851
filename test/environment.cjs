/**
 * Where tests run: Jest's environment for Node, with two changes that take nothing from a test and halve what it costs to load
 * what it tests.
 *
 * 1. Jest makes the global object of a test file from a proxy, so that each `Math`, `Buffer` or `Promise` in the code goes
 *    through two layers of JavaScript: arithmetic becomes ten times slower. Here it is a plain one
 *    (https://nodejs.org/api/vm.html, vm.constants.DONT_CONTEXTIFY).
 * 2. Jest compiles every module for every test file anew. Here what a process has compiled is used again in the next file,
 *    where it runs anew, in a context and with variables of its own.
 */
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

const { compileFunction, createContext } = vm;

/** By file name; what a test changes on the disk, or what is transformed otherwise, is compiled again. */
const compiled = new Map();
/** By file name; the one of the test file that runs now, through which nothing of it outlives it. */
const dynamicImports = new Map();

function reusedFunction(source, parameters, { filename, parsingContext, importModuleDynamically }) {
  dynamicImports.set(filename, importModuleDynamically);
  const known = compiled.get(filename);
  if (known?.source === source) return known.script.runInContext(parsingContext);
  const head = `(function (${parameters.join(', ')}) {`;
  const script = new vm.Script(`${head}${source}\n})`, {
    filename,
    columnOffset: -head.length,
    importModuleDynamically: (...request) => dynamicImports.get(filename)(...request),
  });
  compiled.set(filename, { source, script });
  return script.runInContext(parsingContext);
}

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
    // Nobody else loads the test file.
    vm.compileFunction = (source, parameters, options) =>
      (options.filename === context.testPath ? compileFunction : reusedFunction)(source, parameters, options);
  }

  async teardown() {
    await super.teardown();
    vm.compileFunction = compileFunction;
    dynamicImports.clear();
  }
};

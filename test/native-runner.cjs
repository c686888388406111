const { registerHooks } = require('node:module');
const { join, relative } = require('node:path');
const { pathToFileURL } = require('node:url');
const { expect } = require('expect');
const circus = require('jest-circus/runner').default;

/** What a test file finds without importing it. */
const GLOBALS = ['describe', 'it', 'test', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'];

const surroundings = { ...process.env };
let files = 0;

/**
 * Jest's own test runner, except that Node itself loads the test, from the build: what is tested is what is delivered.
 * Jest would link every module anew in a virtual machine for each file, which takes longer than most files' tests. Here
 * our own modules are new for each file, so that none finds what another left in them; the libraries stay loaded.
 */
module.exports = (globalConfig, config, environment, runtime, path, send) => {
  const dist = join(config.rootDir, 'dist');
  if (files++ === 0) keepFilesApart(pathToFileURL(dist).href);
  for (const name of Object.keys(process.env)) if (!(name in surroundings)) delete process.env[name];
  Object.assign(process.env, surroundings);
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (file) => {
    // Not Jest's own `expect`: that one lives in the virtual machine, where `String` is another than the tests'.
    globalThis.expect = expect;
    for (const name of GLOBALS) globalThis[name] = environment.global[name];
    return import(pathToFileURL(join(dist, relative(config.rootDir, file).replace(/\.ts$/, '.js'))).href);
  };
  return circus(globalConfig, config, environment, runtime, path, send);
};

function keepFilesApart(dist) {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return found.url.startsWith(dist) ? { ...found, url: `${found.url}?${files}` } : found;
    },
  });
}

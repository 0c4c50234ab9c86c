#!/usr/bin/env node
// Starts the program from V8's code cache, where the running Node can use it: then nothing of the bundle
// has to be compiled before the first answer. Another version of Node compiles it as usual.
const { readFileSync } = require("node:fs");
const { Module, enableCompileCache } = require("node:module");
const { join } = require("node:path");
const { constants, Script } = require("node:vm");

const filename = join(__dirname, "program.js");

function load() {
  let cachedData;
  try {
    cachedData = readFileSync(join(__dirname, "program.cache"));
  } catch {
    // Built without a cache: the next lines do without.
  }
  if (cachedData === undefined) return require(filename);
  const source = readFileSync(filename, "latin1");
  const script = new Script(Module.wrap(source), {
    filename,
    cachedData,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (script.cachedDataRejected) {
    // Node 22 and newer keep a cache of their own.
    enableCompileCache?.();
    return require(filename);
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, Module.createRequire(filename), module, filename, __dirname);
  return module.exports;
}

load().main(process.argv.slice(2), __dirname);

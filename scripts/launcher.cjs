#!/usr/bin/env node
// Starts the program from V8's code cache, where the running Node can use it: then nothing that the first
// answer needs has to be compiled. Another version of Node compiles it as usual.
const { readFileSync } = require("node:fs");
const { Module, enableCompileCache } = require("node:module");
const { dirname, join } = require("node:path");
const { constants, Script } = require("node:vm");

const compile = Module._extensions[".js"];

Module._extensions[".js"] = (module, filename) => {
  const script = fromCache(filename);
  if (script === undefined) return compile(module, filename);
  const wrapped = script.runInThisContext();
  wrapped(module.exports, Module.createRequire(filename), module, filename, dirname(filename));
};

function fromCache(filename) {
  let cachedData;
  try {
    cachedData = readFileSync(`${filename}.cache`);
  } catch {
    // Not needed for the first answer, or built without a cache.
    return undefined;
  }
  const script = new Script(Module.wrap(readFileSync(filename, "latin1")), {
    filename,
    cachedData,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (!script.cachedDataRejected) return script;
  // Node 22 and newer keep a cache of their own.
  enableCompileCache?.();
  return undefined;
}

require(join(__dirname, "program.js")).main(process.argv.slice(2), __dirname);

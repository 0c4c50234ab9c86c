// Run by the build: launches the program as the launcher does, and when it has answered `initialize` and its
// input has ended, keeps V8's compiled code beside each chunk, with every function that the answer needed.
const { readFileSync, writeFileSync } = require("node:fs");
const { Module } = require("node:module");
const { dirname, join } = require("node:path");
const { constants, Script } = require("node:vm");

const [dist] = process.argv.slice(2);
const scripts = new Map();

Module._extensions[".js"] = (module, filename) => {
  const script = new Script(Module.wrap(readFileSync(filename, "latin1")), {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  scripts.set(filename, script);
  const wrapped = script.runInThisContext();
  wrapped(module.exports, Module.createRequire(filename), module, filename, dirname(filename));
};

process.on("exit", () => {
  for (const [filename, script] of scripts) writeFileSync(`${filename}.cache`, script.createCachedData());
});
require(join(dist, "program.js")).main([], dist);

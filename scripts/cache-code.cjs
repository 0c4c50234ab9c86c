// Run by the build: launches the program as the launcher does, and when it has answered `initialize` and its
// input has ended, keeps V8's compiled code beside it, with every function that the answer needed.
const { readFileSync, writeFileSync } = require("node:fs");
const { Module } = require("node:module");
const { join } = require("node:path");
const { constants, Script } = require("node:vm");

const [dist] = process.argv.slice(2);
const filename = join(dist, "program.js");
const script = new Script(Module.wrap(readFileSync(filename, "latin1")), {
  filename,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, Module.createRequire(filename), module_, filename, dist);
process.on("exit", () => writeFileSync(join(dist, "program.cache"), script.createCachedData()));
module_.exports.main([], dist);

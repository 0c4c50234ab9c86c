/** A fact as a team writes its own: `acme-roles-need-a-boundary.md`. */
export const teamFact = [
  "---",
  "title: Acme roles carry the boundary acme-boundary",
  "statement: Every role that Acme creates must carry the permissions boundary named acme-boundary.",
  "misconception: Acme roles may be created without a boundary.",
  "status: confirmed",
  "sources:",
  "  - url: https://wiki.acme.example/iam",
  "    section: Boundaries",
  "    seenOn: 2026-11-20",
  "    mustMention: [acme-boundary]",
  "questions: [Which boundary do Acme roles need?, What is acme-boundary?]",
  "---",
].join("\n");

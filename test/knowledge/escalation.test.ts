import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadEscalationPaths, parseEscalationPath } from "../../src/knowledge/escalation.ts";
import { loadFolder } from "../../src/knowledge/load-folder.ts";
import { ruleData } from "../support/rule-data.ts";

const knowledge = join(import.meta.dirname, "../../knowledge");

test("every file is sound and belongs to a fact that exists", () => {
  const { paths, broken } = loadEscalationPaths(join(knowledge, "escalation"));
  expect(broken).toEqual([]);
  const facts = new Set(loadFolder(join(knowledge, "facts")).facts.map(({ id }) => id));
  expect(paths.filter(({ fact }) => !facts.has(fact)).map(({ id }) => id)).toEqual([]);
});

/**
 * Ways that lists of others know and this catalogue leaves out: AWS no longer has the call. CodeStar projects cannot
 * be created since 2024-07-31, says https://docs.aws.amazon.com/codestar/latest/APIReference/Welcome.html.
 */
const gone = ["codestar:CreateProjectFromTemplate"];

test.each(gone)("%s is left out, and the service authorization reference does not list it", (action) => {
  expect(ruleData.catalog.service("codestar")).toBeDefined();
  expect(ruleData.catalog.action(action)).toBeUndefined();
  const { paths } = loadEscalationPaths(join(knowledge, "escalation"));
  expect(paths.flatMap(({ requires }) => requires).map((each) => each.action)).not.toContain(action);
});

const catalogueFile = join(import.meta.dirname, "../../../shared/reference/escalation-paths.json");
const Catalogue = z.object({
  paths: z.array(
    z.object({ id: z.string(), required: z.array(z.object({ permission: z.string() })).min(1) }),
  ),
});

describe.skipIf(!existsSync(catalogueFile))(
  "the public catalogue (skipped: no list of it beside the checkout)",
  () => {
    const { paths } = loadEscalationPaths(join(knowledge, "escalation"));
    const published = existsSync(catalogueFile)
      ? Catalogue.parse(JSON.parse(readFileSync(catalogueFile, "utf8"))).paths
      : [];

    test.each(published)("$id is covered by a path that asks for nothing else", ({ id, required }) => {
      const covering = paths.find(({ catalogue }) => catalogue.includes(id));
      const permissions = required.map(({ permission }) => permission);
      expect(permissions).toEqual(
        expect.arrayContaining(covering?.requires.map(({ action }) => action) ?? ["a path"]),
      );
    });
  },
);

describe("a broken file is refused with what is wrong", () => {
  const sound = `title: Take the rights of a role
gain: role
requires: [{ action: "iam:PassRole", on: role }]
services: [lambda.amazonaws.com]
how: The role does it all.
prerequisites: []
fix: Name the roles in Resource.
fact: some-fact
`;

  test("the sound one is taken", () => {
    expect(parseEscalationPath(sound, "take-role.yaml")).toMatchObject({ id: "take-role", catalogue: [] });
  });

  test.each([
    ["a name that is no id", sound, "Take Role.yaml", "kebab-case"],
    ["an unknown member", `${sound}colour: red\n`, "a.yaml", "colour"],
    ["a role that goes nowhere", sound.replace(/services.*\n/, ""), "a.yaml", "go together"],
    ["half an action", sound.replace("iam:PassRole", "PassRole"), "a.yaml", "full action name"],
    ["an action to withdraw that it does not need", `${sound}withdraw: iam:GetRole\n`, "a.yaml", "withdraw"],
    ["no YAML", "title: [", "a.yaml", "not YAML"],
  ])("%s", (_, text, file, words) => {
    const result = parseEscalationPath(text, file);
    expect("problems" in result ? result.problems.join() : "").toContain(words);
  });
});

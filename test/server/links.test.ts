import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { citedFacts, kebab } from "../../src/policy/rule.ts";
import { rules } from "../../src/policy/rules/index.ts";
import { readResource } from "../../src/server/resources/resources.ts";
import { callForData, connect, testApp } from "../support/connect.ts";
import { ruleData } from "../support/rule-data.ts";

const app = testApp();
const { facts } = await app.knowledge();

const Findings = z.object({
  findings: z.array(
    z.object({ issueCode: z.string(), facts: z.array(z.string()), links: z.array(z.string()) }),
  ),
});
const CitedBy = z.object({
  citedBy: z
    .object({
      checks: z.array(z.object({ issueCode: z.string(), uri: z.string() })),
      escalationPaths: z.array(z.object({ id: z.string(), uri: z.string() })),
      escalationPathCount: z.number(),
    })
    .optional(),
});
const Named = z.object({ facts: z.array(z.object({ id: z.string(), uri: z.string() })) });

async function read(uri: string): Promise<string> {
  return (await readResource(uri, app)).text;
}

async function call(name: string, args: Record<string, unknown>): Promise<Record<string, unknown>> {
  return callForData(await connect(app), name, args);
}

async function findingsOf(args: Record<string, unknown>) {
  return Findings.parse(await call("check_policy", args)).findings;
}

/** What every rule finds in its own example, and in a policy that opens every path. */
async function allFindings() {
  const examples = rules.map(({ examples: { bad } }) => ({
    policy: bad.policy.replaceAll(/[⟦⟧]/g, "") || " ",
    ...(bad.type && { policyType: bad.type }),
    ...(bad.resourceType && { resourceType: bad.resourceType }),
  }));
  const found: z.infer<typeof Findings>["findings"] = [];
  for (const args of [{ policy: allow("*") }, { policy: "{" }, ...examples])
    found.push(...(await findingsOf(args)));
  return found;
}

function allow(Action: string | readonly string[]): string {
  const Statement = { Effect: "Allow", Action, Resource: "*" };
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

describe("a finding", () => {
  test("links the page of its check, the facts that it cites, and the paths that are open", async () => {
    const findings = await allFindings();
    expect(new Set(findings.map(({ issueCode }) => issueCode)).size).toBeGreaterThan(rules.length * 0.9);
    const ids = new Set(facts.map(({ id }) => id));
    expect(findings.flatMap((finding) => finding.facts).filter((id) => !ids.has(id))).toEqual([]);
    for (const { issueCode, facts: cited, links } of findings) {
      expect(links).toContain(`iam-pitfalls://checks/${issueCode}`);
      for (const id of cited) expect(links).toContain(`iam-pitfalls://facts/${id}`);
    }
    const [first] = await findingsOf({
      policy: allow(["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]),
    });
    expect(first?.links).toContain(
      "iam-pitfalls://escalation/passrole-lambda-create-function-invoke-function",
    );
  });

  test("links only what can be read in one step", async () => {
    const links = new Set((await allFindings()).flatMap((finding) => finding.links));
    for (const uri of links) expect(await read(uri)).toMatch(/^# /);
  });

  test("so does a path of a principal", async () => {
    const documents = [{ policy: allow("lambda:*"), policyType: "identity" }];
    const Paths = z.object({
      principal: z.object({ paths: z.array(z.object({ links: z.array(z.string()) })) }),
    });
    const { principal } = Paths.parse(
      await call("check_policy", { policy: allow("iam:PassRole"), documents }),
    );
    expect(principal.paths.length).toBeGreaterThan(0);
    for (const uri of principal.paths.flatMap(({ links }) => links)) expect(await read(uri)).toMatch(/^# /);
  });
});

describe("a fact", () => {
  const citedBy = async (id: string) => CitedBy.parse(await call("get_fact", { id })).citedBy;

  test("shows the checks whose findings cite it, in the answer and on its page", async () => {
    const pairs = new Map(
      (await allFindings()).flatMap(({ issueCode, facts: cited }) =>
        cited.map((id): [string, { id: string; issueCode: string }] => [
          `${id} ${issueCode}`,
          { id, issueCode },
        ]),
      ),
    );
    expect(pairs.size).toBeGreaterThan(30);
    for (const { id, issueCode } of pairs.values()) {
      const uri = `iam-pitfalls://checks/${issueCode}`;
      expect((await citedBy(id))?.checks).toContainEqual(expect.objectContaining({ issueCode, uri }));
      expect(await read(`iam-pitfalls://facts/${id}`)).toContain(`[${issueCode}](${uri})`);
    }
  });

  test("knows of every fact that a rule names in its source", () => {
    const folder = join(import.meta.dirname, "../../src/policy/rules");
    const hidden = rules.flatMap((rule) => {
      const source = readFileSync(join(folder, `${kebab(rule.issueCode)}.ts`), "utf8");
      const named = [...source.matchAll(/facts: \[([^\]]*)\]/gi)].flatMap(
        ([, list = ""]) => list.match(/[\w-]{4,}/g) ?? [],
      );
      const ids = named.filter((id) => facts.some((fact) => fact.id === id));
      return ids.filter((id) => !citedFacts(rule).includes(id)).map((id) => `${rule.issueCode}: ${id}`);
    });
    expect(hidden).toEqual([]);
  });

  test("shows the escalation paths that belong to it, and how many more there are", async () => {
    const { escalationPaths } = ruleData;
    for (const id of new Set(escalationPaths.map(({ fact }) => fact))) {
      const own = escalationPaths.filter(({ fact }) => fact === id);
      const cited = await citedBy(id);
      expect(cited?.escalationPathCount).toBe(own.length);
      expect(cited?.escalationPaths.map((path) => path.id)).toEqual(own.slice(0, 10).map((path) => path.id));
      const page = await read(`iam-pitfalls://facts/${id}`);
      expect(page).toContain(`[${own[0]?.id}](iam-pitfalls://escalation/${own[0]?.id})`);
      expect(page).toContain(`${own.length - 10} more of [all paths](iam-pitfalls://escalation)`);
    }
  });

  test("says nothing of citations where there are none, and links its neighbours", async () => {
    expect(await citedBy("sts-getfederationtoken-name-32")).toBeUndefined();
    const page = await read("iam-pitfalls://facts/sts-getfederationtoken-name-32");
    expect(page).not.toContain("cite it");
    expect(page).toMatch(/Related: \[sts-[\w-]+\]\(iam-pitfalls:\/\/facts\/sts-/);
  });
});

describe("an escalation path", () => {
  test("links its fact and the check that reports it, and stands in the index", async () => {
    const index = await read("iam-pitfalls://escalation");
    for (const { id, fact } of ruleData.escalationPaths) {
      const page = await read(`iam-pitfalls://escalation/${id}`);
      expect(page).toContain(`Fact: [${fact}](iam-pitfalls://facts/${fact}).`);
      expect(page).toMatch(/Reported as \[([A-Z_]+)\]\(iam-pitfalls:\/\/checks\/\1\)/);
      expect(index).toContain(`](iam-pitfalls://escalation/${id})`);
    }
  });
});

describe("lookup_iam", () => {
  test.each([
    ["iam:SetDefaultPolicyVersion", "iam-setdefaultpolicyversion-deny-insufficient"],
    ["SetDefaultPolicyVersion", "iam-setdefaultpolicyversion-deny-insufficient"],
    ["aws:requesttag/team", "cond-tag-key-in-condition-case-insensitive"],
    ["access-analyzer:GetFindingV2", "aa-getfinding-only-external-access"],
  ])("names the facts on %s, which can be read in one step", async (name, id) => {
    const named = Named.parse(await call("lookup_iam", { name }));
    expect(named.facts.map((fact) => fact.id)).toContain(id);
    for (const { uri } of named.facts) expect(await read(uri)).toMatch(/^# /);
  });

  test("names none where there is none", async () => {
    for (const name of ["s3:GetObjectTorrent", "s3", "s3:bucket"])
      expect((await call("lookup_iam", { name }))["facts"]).toEqual([]);
  });
});

test.each([
  ["JSON_SYNTAX_ERROR", "Reported by the reader"],
  ["SCP_SYNTAX_ERROR_NOTRESOURCE", "full policy language"],
])("the code %s without a rule has a page that says why", async (code, words) => {
  expect(await read(`iam-pitfalls://checks/${code}`)).toContain(words);
});

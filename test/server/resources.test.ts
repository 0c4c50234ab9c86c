import { describe, expect, test } from "vitest";
import { connect, testApp } from "../support/connect.ts";

async function readText(uri: string): Promise<string> {
  const client = await connect();
  const { contents } = await client.readResource({ uri });
  expect(contents).toHaveLength(1);
  const [first] = contents;
  return first && "text" in first ? String(first.text) : "";
}

describe("resources", () => {
  test("are listed one by one, in pages, each with its own URI, and every listed one can be read", async () => {
    const client = await connect();
    const uris: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await client.listResources(cursor === undefined ? {} : { cursor });
      expect(answer.resources.length).toBeLessThanOrEqual(100);
      uris.push(...answer.resources.map(({ uri }) => uri));
      cursor = answer.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(uris).size).toBe(uris.length);
    expect(uris).toContain("iam-pitfalls://facts");
    for (const uri of uris) {
      const { contents } = await client.readResource({ uri });
      expect(contents).toMatchObject([{ uri, text: expect.stringMatching(/\S/) }]);
    }
  });

  test("are listed, and escalation paths read and completed, without the catalogue of actions", async () => {
    const refuse = () => Promise.reject(new Error("The catalogue was loaded"));
    const client = await connect({ ...testApp(), catalog: refuse, ruleData: refuse });
    expect((await client.listResources()).resources).not.toEqual([]);
    const { completion } = await client.complete({
      ref: { type: "ref/resource", uri: "iam-pitfalls://escalation/{id}" },
      argument: { name: "id", value: "passrole-" },
    });
    const uri = `iam-pitfalls://escalation/${completion.values[0]}`;
    expect((await client.readResource({ uri })).contents).toMatchObject([{ uri }]);
  });

  test("hold the index of all facts as JSON", async () => {
    const index: { count: number; facts: { id: string }[] } = JSON.parse(
      await readText("iam-pitfalls://facts"),
    );
    expect(index.count).toBe(index.facts.length);
    expect(index.facts.map(({ id }) => id)).toContain("redshift-serverless-trust-principals");
  });

  test("hold a fact with its sources, a topic with its facts, a check with its examples", async () => {
    expect(await readText("iam-pitfalls://facts/mfa-resync-only-notaction")).toContain("## Sources");
    expect(await readText("iam-pitfalls://topics/mfa")).toContain("mfa-resync-only-notaction");
    expect(await readText("iam-pitfalls://checks/INVALID_ACTION")).toContain("## Flagged");
    expect(await readText("iam-pitfalls://escalation/iam-put-user-policy")).toContain("## What closes it");
    const index = await readText("iam-pitfalls://checks");
    expect(index).toContain("[`INVALID_ACTION`](iam-pitfalls://checks/INVALID_ACTION)");
    expect(index).toContain("SCP_SYNTAX_ERROR_NOTRESOURCE");
  });

  test("hold what changed, newest first", async () => {
    const page = await readText("iam-pitfalls://changes");
    const days = [...page.matchAll(/^- \*\*(20[\d-]+)\*\*/gm)].map(([, day]) => day ?? "");
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...days].sort().reverse());
  });

  test.each([
    "iam-pitfalls://facts/",
    "iam-pitfalls://facts/../x",
    "iam-pitfalls://nope",
    "iam-pitfalls://topics/nope",
    "iam-pitfalls://checks/__proto__",
    "iam-pitfalls://escalation/nope",
    "iam-pitfalls://constructor",
    "file:///etc/passwd",
  ])("refuse %s", async (uri) => {
    const client = await connect();
    await expect(client.readResource({ uri })).rejects.toThrow(/no such resource/);
  });

  test("refuse a cursor that is none of theirs", async () => {
    const client = await connect();
    for (const cursor of ["x", "-1", "1e9"])
      await expect(client.listResources({ cursor })).rejects.toThrow(/cursor/);
  });
});

describe("completion", () => {
  test.each([
    ["iam-pitfalls://facts/{id}", "mfa-re", "mfa-resync-only-notaction"],
    ["iam-pitfalls://topics/{topic}", "scp", "scp-rcp"],
    ["iam-pitfalls://checks/{issueCode}", "invalid_act", "INVALID_ACTION"],
    [
      "iam-pitfalls://escalation/{id}",
      "passrole-lambda-create-function-inv",
      "passrole-lambda-create-function-invoke-function",
    ],
  ])("of %s with %j", async (uri, value, expected) => {
    const client = await connect();
    const { completion } = await client.complete({
      ref: { type: "ref/resource", uri },
      argument: { name: "x", value },
    });
    expect(completion.values[0]).toBe(expected);
    expect(completion.values.length).toBeLessThanOrEqual(100);
  });
});

describe("prompts", () => {
  test("are listed with their arguments and carry them", async () => {
    const client = await connect();
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["answer_iam_question", "review_policy"]);
    const answer = await client.getPrompt({
      name: "answer_iam_question",
      arguments: { question: "How long?" },
    });
    expect(JSON.stringify(answer.messages)).toContain("How long?");
  });
});

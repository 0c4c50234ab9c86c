import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aiSdk } from "./clients/ai-sdk.ts";
import { inspector } from "./clients/inspector.ts";
import { langchain } from "./clients/langchain.ts";
import { program, type RealClient, type Target } from "./clients/real-client.ts";
import { sdkV1 } from "./clients/sdk-v1.ts";
import { sdkV2 } from "./clients/sdk-v2.ts";
import { type Served, serve } from "./serve.ts";

// Clients of other people against the built program. Each is asked the same, in its own words.

const makers = [sdkV1, sdkV2("legacy"), sdkV2("auto"), inspector, aiSdk, langchain];

const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:GetObjekt", Resource: "*" }],
});

/** One call of each tool, and words that only a right answer has. The network is not asked. */
const calls = [
  {
    name: "search_facts",
    args: { query: "role chaining session duration" },
    says: "sts-role-chaining-one-hour",
  },
  { name: "get_fact", args: { id: "sts-role-chaining-one-hour" }, says: "mustMention" },
  { name: "check_policy", args: { policy }, says: "INVALID_ACTION" },
  { name: "lookup_iam", args: { name: "s3:GetObjekt" }, says: "s3:GetObject" },
];

/** What is wrong, and the words that say the way out. */
const mistakes = [
  { name: "get_fact", args: { id: "sts-role-chaining-one-hours" }, says: "sts-role-chaining-one-hour" },
  { name: "fetch_doc", args: { url: "https://example.com/" }, says: "docs.aws.amazon.com" },
  { name: "verify_fact", args: { id: "no-such-fact" }, says: "search_facts" },
];

describe.each(makers)("$name over stdio", (maker) => {
  ask(() => maker.open(program));
});

describe("over HTTP", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.stop());

  // The Inspector starts a process for each call, and is the same client over stdio.
  describe.each(makers.filter((maker) => maker !== inspector))("$name", (maker) => {
    ask(() => {
      const target: Target = { url: served.url };
      return maker.open(target);
    });
  });
});

function ask(open: () => Promise<RealClient>): void {
  let client: RealClient;
  beforeAll(async () => {
    client = await open();
  });
  afterAll(() => client?.close());

  test("lists the tools and the resources", async () => {
    expect((await client.listTools()).sort()).toEqual([
      "check_policy",
      "fetch_doc",
      "get_fact",
      "lookup_iam",
      "search_facts",
      "verify_fact",
    ]);
    expect(await client.listResources()).toContain("iam-pitfalls://facts");
  });

  test.each(calls)("calls $name", async ({ name, args, says }) => {
    const { isError, text } = await client.call(name, args);
    expect(text).toContain(says);
    expect(isError).toBe(false);
  });

  test.each(mistakes)("hears the way out of a mistake with $name", async ({ name, args, says }) => {
    const { isError, text } = await client.call(name, args);
    expect(text).toContain(says);
    expect(isError).toBe(true);
  });

  test("hears which argument does not fit", async () => {
    const { isError, text } = await client.call("search_facts", { query: "role chaining", limit: 99 });
    expect(text).toContain(client.refusesArguments ? "did not match expected schema" : "limit");
    expect(isError).toBe(true);
  });

  test("reads a fact, gets a prompt, completes an id", async () => {
    const uri = "iam-pitfalls://facts/sts-role-chaining-one-hour";
    expect(await client.read(uri)).toContain("docs.aws.amazon.com");
    const prompt = await client.prompt("answer_iam_question", { question: "How long?" });
    expect(prompt).toContain("How long?");
    const completed = await client.complete?.("iam-pitfalls://facts/{id}", "id", "sts-role-ch");
    if (client.complete) expect(completed).toEqual(["sts-role-chaining-one-hour"]);
  });
}

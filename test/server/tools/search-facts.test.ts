import { expect, test } from "vitest";
import { callForData, callForError, connect } from "../../support/connect.ts";

test("finds the fact that answers, with its official source and the day it was read", async () => {
  const data = await callForData(await connect(), "search_facts", {
    query: "What does ForAllValues return when the condition key is missing from the request?",
  });
  expect(data).toMatchObject({
    verdict: "match",
    results: expect.arrayContaining([
      expect.objectContaining({
        id: "policy-forallvalues-vacuous-truth",
        topic: "policy-evaluation",
        uri: "iam-pitfalls://facts/policy-forallvalues-vacuous-truth",
        verifiedOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      }),
    ]),
  });
  expect(JSON.stringify(data)).toContain("https://docs.aws.amazon.com/");
});

test("says none, and where to look, when nothing answers", async () => {
  const data = await callForData(await connect(), "search_facts", {
    query: "sourdough hydration oven temperature",
  });
  expect(data).toMatchObject({ verdict: "none", hint: expect.stringContaining("fetch_doc") });
});

test("searches one topic, however it is written", async () => {
  const data = await callForData(await connect(), "search_facts", {
    query: "MFA resync",
    topic: "MFA",
    limit: 1,
  });
  expect(data["results"]).toHaveLength(1);
  expect(JSON.stringify(data["results"])).not.toContain('"topic":"policy-evaluation"');
});

test("takes the names that models give to the query", async () => {
  const data = await callForData(await connect(), "search_facts", {
    question: "Redshift Serverless trust principals",
  });
  expect(data["verdict"]).toBe("match");
});

test("refuses an unknown topic, an empty query and a wrong limit with the way out", async () => {
  const client = await connect();
  expect(await callForError(client, "search_facts", { query: "x", topic: "lambda" })).toContain("cloudtrail");
  expect(await callForError(client, "search_facts", { query: " " })).toContain("query");
  expect(await callForError(client, "search_facts", { query: "x", limit: 21 })).toContain("limit");
  expect(await callForError(client, "search_facts", { query: "x", nonsense: 1 })).toContain("nonsense");
});

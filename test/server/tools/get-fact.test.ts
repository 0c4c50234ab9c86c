import { expect, test } from "vitest";
import { callForData, callForError, connect } from "../../support/connect.ts";

test("reads a fact whole", async () => {
  const data = await callForData(await connect(), "get_fact", { id: "mfa-resync-only-notaction" });
  expect(data).toMatchObject({
    id: "mfa-resync-only-notaction",
    topic: "mfa",
    statement: expect.stringMatching(/MFA/),
    misconception: expect.any(String),
    sources: expect.arrayContaining([
      expect.objectContaining({
        url: expect.stringContaining("https://docs.aws.amazon.com/"),
        seenOn: expect.any(String),
      }),
    ]),
    uri: "iam-pitfalls://facts/mfa-resync-only-notaction",
  });
});

test("takes a resource URI in place of the id", async () => {
  const data = await callForData(await connect(), "get_fact", {
    id: "iam-pitfalls://facts/redshift-serverless-trust-principals",
  });
  expect(data["id"]).toBe("redshift-serverless-trust-principals");
});

test("names the closest ids for an unknown one", async () => {
  const text = await callForError(await connect(), "get_fact", { id: "mfa-resync-notactions" });
  expect(text).toContain("mfa-resync-only-notaction");
});

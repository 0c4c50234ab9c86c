import * as z from "zod";
import { factUri } from "../../knowledge/fact.ts";
import { topics, toTopic } from "../../knowledge/topics.ts";
import { UserError } from "../../user-error.ts";
import { defineTool } from "../tool.ts";

const Hit = z.strictObject({
  id: z.string().describe("Give this to get_fact or verify_fact"),
  title: z.string(),
  statement: z.string().describe("The claim, complete on its own"),
  topic: z.string(),
  score: z.number().describe("0 to 1, higher is better"),
  status: z.enum(["confirmed", "nuanced", "changed", "unconfirmed"]),
  verifiedOn: z.string().describe("Day on which the sources were last read, YYYY-MM-DD"),
  sources: z.array(z.strictObject({ url: z.string(), section: z.string().optional() })),
  uri: z.string(),
});

export default defineTool({
  name: "search_facts",
  title: "Search verified AWS IAM facts",
  description: [
    "Searches verified facts about what AI agents get wrong on AWS IAM, STS, Organizations, SCPs and RCPs, federation, MFA, SigV4, quotas, condition keys, service roles, KMS and S3 policies.",
    "",
    "Use it before you state a limit, a quota, an exact API, exception or field name, a default, or an edge case of policy evaluation, and when an IAM error surprises you. Ask in your own words: a question, keywords, a claim to be verified, or a pasted error message.",
    "",
    'The verdict says whether the first result answers: "match", "weak" (it may), or "none" (no verified fact on it: see hint). Each result carries its official source and the day it was read.',
  ].join("\n"),
  input: z.strictObject({
    query: z
      .string()
      .trim()
      .min(1)
      .max(10_000)
      .describe("A question, keywords, a claim, or an error message"),
    topic: z
      .string()
      .max(60)
      .optional()
      .describe(`Only this topic: ${Object.keys(topics).join(", ")}`),
    limit: z.number().int().min(1).max(20).default(5).describe("How many results at most, 1 to 20"),
  }),
  output: z.strictObject({
    verdict: z.enum(["match", "weak", "none"]),
    results: z.array(Hit),
    hint: z.string().optional().describe("What to do next where no result answers"),
  }),
  argumentAliases: { q: "query", question: "query", text: "query", search: "query", max_results: "limit" },
  openWorld: false,

  async run({ query, topic: topicName, limit }, app) {
    const topic = topicName === undefined ? undefined : toTopic(topicName);
    if (topicName !== undefined && !topic)
      throw new UserError(`There is no topic of that name. Topics: ${Object.keys(topics).join(", ")}.`);
    const [search, knowledge] = await Promise.all([app.search(), app.knowledge()]);
    const { verdict, hits } = search.search(query, { topic, limit });
    const results = hits.flatMap(({ id, score }) => {
      const fact = knowledge.fact(id);
      return fact
        ? {
            id,
            title: fact.title,
            statement: fact.statement,
            topic: fact.topic,
            score: Math.round(score * 1000) / 1000,
            status: fact.status,
            verifiedOn: fact.verifiedOn,
            sources: fact.sources.map(({ url, section }) => ({
              url,
              ...(section !== undefined && { section }),
            })),
            uri: factUri(id),
          }
        : [];
    });
    return { verdict, results, ...(verdict !== "match" && { hint: hints[verdict] }) };
  },
});

const hints = {
  weak: "No fact fits exactly. Read the first results with get_fact before you rely on them, and confirm on the official page with fetch_doc.",
  none: "The knowledge base has no verified fact on this. Do not answer from memory: read the official page with fetch_doc (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html lists quotas), look up exact names with lookup_iam, or search the AWS documentation.",
};

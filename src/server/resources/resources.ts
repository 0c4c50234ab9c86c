import { ErrorCode, McpError } from "@modelcontextprotocol/sdk/types.js";
import type { App } from "../../app.ts";
import { factUri } from "../../knowledge/fact.ts";
import { isTopic, topics } from "../../knowledge/topics.ts";
import { checkIndex, checkPage, reasonPage } from "../../reference/check-page.ts";
import { escalationIndex, escalationPage } from "../../reference/escalation-page.ts";
import { changesPage, factIndex, factPage, topicPage } from "../../reference/fact-page.ts";
import { resourceLinks, SCHEME } from "../../reference/page-links.ts";
import { citations } from "../citations.ts";

interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly mimeType: string;
  readonly annotations?: { readonly lastModified: string };
}

interface Contents {
  readonly uri: string;
  readonly mimeType: string;
  readonly text: string;
}

const MARKDOWN = "text/markdown";

export const resourceTemplates = [
  { uriTemplate: `${SCHEME}facts/{id}`, name: "fact", title: "A verified fact", mimeType: MARKDOWN },
  {
    uriTemplate: `${SCHEME}topics/{topic}`,
    name: "topic",
    title: "All facts of a topic",
    mimeType: MARKDOWN,
  },
  { uriTemplate: `${SCHEME}checks/{issueCode}`, name: "check", title: "A policy check", mimeType: MARKDOWN },
  {
    uriTemplate: `${SCHEME}escalation/{id}`,
    name: "escalation path",
    title: "A path to more rights",
    mimeType: MARKDOWN,
  },
];

/** Every resource by its own URI: many clients show only what is listed. */
export async function listResources(app: App): Promise<Resource[]> {
  const [knowledge, { rules }, escalationPaths] = await Promise.all([
    app.knowledge(),
    import("../../policy/rules/index.ts"),
    app.escalationPaths(),
  ]);
  return [
    {
      uri: `${SCHEME}facts`,
      name: "facts",
      title: "Index of all facts",
      description: "Id, title, topic and status of every fact, as JSON",
      mimeType: "application/json",
    },
    {
      uri: `${SCHEME}changes`,
      name: "changes",
      title: "What changed since older documentation",
      description: "What models trained on old pages get wrong, newest change first",
      mimeType: MARKDOWN,
    },
    {
      uri: `${SCHEME}checks`,
      name: "checks",
      title: "Index of all policy checks",
      description: "Every check of check_policy, and the documented ones that have no rule, with the reason",
      mimeType: MARKDOWN,
    },
    {
      uri: `${SCHEME}escalation`,
      name: "escalation paths",
      title: "Index of all escalation paths",
      description: "Ways from some permissions to more of them, which check_policy finds",
      mimeType: MARKDOWN,
    },
    ...Object.entries(topics).map(([topic, description]) => ({
      uri: `${SCHEME}topics/${topic}`,
      name: `topic: ${topic}`,
      title: `Facts on ${topic}`,
      description,
      mimeType: MARKDOWN,
    })),
    ...knowledge.facts.map((fact) => ({
      uri: factUri(fact.id),
      name: fact.id,
      title: fact.title,
      mimeType: MARKDOWN,
      annotations: { lastModified: `${fact.verifiedOn}T00:00:00Z` },
    })),
    ...rules.map(({ issueCode, title }) => ({
      uri: resourceLinks.check(issueCode),
      name: issueCode,
      title: `Check: ${title}`,
      mimeType: MARKDOWN,
    })),
    ...escalationPaths.map(({ id, title }) => ({
      uri: resourceLinks.escalation(id),
      name: id,
      title: `Escalation path: ${title}`,
      mimeType: MARKDOWN,
    })),
  ];
}

export async function readResource(uri: string, app: App): Promise<Contents> {
  const [, kind = "", rest = ""] = /^iam-pitfalls:\/\/([a-z]+)(?:\/([\w-]{1,100}))?$/.exec(uri) ?? [];
  const found = Object.hasOwn(readers, kind) ? await readers[kind]?.(rest, app) : undefined;
  if (!found)
    throw new McpError(
      ErrorCode.InvalidParams,
      `There is no such resource. Resources are ${SCHEME}facts, ${SCHEME}facts/{id}, ${SCHEME}topics/{topic}, ${SCHEME}checks, ${SCHEME}checks/{issueCode}, ${SCHEME}escalation, ${SCHEME}escalation/{id} and ${SCHEME}changes; search_facts finds ids, and fetch_doc reads https pages.`,
      { uri: uri.slice(0, 2048) },
    );
  return { uri, ...found };
}

type Reader = (rest: string, app: App) => Promise<Omit<Contents, "uri"> | undefined>;

const readers: Readonly<Record<string, Reader | undefined>> = {
  facts: async (id, app) => {
    const knowledge = await app.knowledge();
    if (id === "") return { mimeType: "application/json", text: factIndex(knowledge.facts) };
    const fact = knowledge.fact(id);
    return fact && { mimeType: MARKDOWN, text: factPage(fact, await citations(fact.id, app)) };
  },
  topics: async (topic, app) => {
    if (!isTopic(topic)) return undefined;
    const { facts } = await app.knowledge();
    return { mimeType: MARKDOWN, text: topicPage(topic, facts) };
  },
  checks: async (code) => {
    const { rules } = await import("../../policy/rules/index.ts");
    if (code === "") return { mimeType: MARKDOWN, text: checkIndex(rules, resourceLinks) };
    const wanted = code.toUpperCase().replaceAll("-", "_");
    const rule = rules.find(({ issueCode }) => issueCode === wanted);
    const text = rule ? checkPage(rule, resourceLinks) : reasonPage(wanted);
    return text === undefined ? undefined : { mimeType: MARKDOWN, text };
  },
  escalation: async (id, app) => {
    const paths = await app.escalationPaths();
    if (id === "") return { mimeType: MARKDOWN, text: escalationIndex(paths, resourceLinks) };
    const path = paths.find((each) => each.id === id);
    return path && { mimeType: MARKDOWN, text: escalationPage(path, resourceLinks) };
  },
  changes: async (rest, app) =>
    rest === "" ? { mimeType: MARKDOWN, text: changesPage((await app.knowledge()).changes) } : undefined,
};

/** Values for the variable of a template: those that start with what is typed first, then those that hold it. */
export async function completeResource(uriTemplate: string, typed: string, app: App): Promise<string[]> {
  const wanted = typed.toLowerCase();
  const values = (await namesOf(uriTemplate, app)).filter((name) => name.toLowerCase().includes(wanted));
  const starts = values.filter((name) => name.toLowerCase().startsWith(wanted));
  return [...starts, ...values.filter((name) => !starts.includes(name))];
}

async function namesOf(uriTemplate: string, app: App): Promise<string[]> {
  if (uriTemplate === `${SCHEME}facts/{id}`) return (await app.knowledge()).facts.map(({ id }) => id);
  if (uriTemplate === `${SCHEME}topics/{topic}`) return Object.keys(topics);
  if (uriTemplate === `${SCHEME}escalation/{id}`) return (await app.escalationPaths()).map(({ id }) => id);
  if (uriTemplate !== `${SCHEME}checks/{issueCode}`) return [];
  const { rules } = await import("../../policy/rules/index.ts");
  return rules.map(({ issueCode }) => issueCode);
}

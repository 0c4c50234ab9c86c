import type { Fact, FactSource } from "../../knowledge/fact.ts";
import { DocsError } from "../docs-error.ts";
import type { Site, Topic } from "../site.ts";
import { checkUrl } from "../url-policy.ts";
import { type Judgement, judgePage } from "./judge-page.ts";
import type { SourceVerification, Verification, VerificationStatus } from "./verification.ts";

/** A fact, as far as it is verified. */
export type VerifiableFact = Pick<Fact, "id" | "sources">;

export interface VerifyContext {
  /** Opens a topic, and its other rendition; a run over many facts opens each page once. */
  readonly site: Site;
  readonly now: () => Date;
  readonly signal: AbortSignal | undefined;
}

/** Checks every source of a fact on the page as it is today. Only a cancelled check throws. */
export async function verifyFact(fact: VerifiableFact, context: VerifyContext): Promise<Verification> {
  const sources = await Promise.all(fact.sources.map((source) => verifySource(source, context)));
  const deciding = sources.filter(({ role }) => role === "primary");
  return {
    id: fact.id,
    status: decide(deciding.length > 0 ? deciding : sources),
    checkedAt: context.now().toISOString(),
    ...(sources.some(({ changed }) => changed) ? { changed: true as const } : {}),
    ...(sources.some(({ moved }) => moved) ? { moved: true as const } : {}),
    sources,
  };
}

/** One source that has drifted outweighs any that has not: somebody has to look. */
function decide(sources: readonly SourceVerification[]): VerificationStatus {
  for (const status of ["drifted", "supported"] as const)
    if (sources.some((source) => source.status === status)) return status;
  return "unreachable";
}

async function verifySource(source: FactSource, context: VerifyContext): Promise<SourceVerification> {
  const common = { url: source.url, role: source.role };
  try {
    const verdict = checkUrl(source.url);
    if (!verdict.ok) throw new DocsError(verdict.code, verdict.message);
    const topic = await context.site.open(verdict.address.href, { freshness: "ask", signal: context.signal });
    return { ...common, ...(await judgeTopic(topic, source, context)) };
  } catch (error) {
    if (!(error instanceof DocsError) || error.code === "cancelled") throw error;
    return { ...common, ...unreachable(source, error) };
  }
}

function unreachable(source: FactSource, error: DocsError) {
  return {
    status: "unreachable" as const,
    found: [],
    missing: source.mustMention,
    reason: error.code,
    message: error.message,
  };
}

type Findings = Omit<SourceVerification, "url" | "role">;

async function judgeTopic(topic: Topic, source: FactSource, context: VerifyContext): Promise<Findings> {
  const evidence = { ...source, anchor: source.anchor ?? topic.fragment };
  const first = judgePage(topic.document, evidence);
  if (topic.problem) return fromCopy(topic, first, topic.problem);
  if (holds(first)) return describe(topic, first, "supported", []);
  if (!topic.recognised)
    return {
      ...unreachable(
        source,
        new DocsError("not_a_topic", "The address answers with something else than a documentation page."),
      ),
    };
  if (first.refuting.length > 0)
    return describe(topic, first, "drifted", ["The section holds words that refute the fact."]);
  // The two renditions are made apart, and each has its own faults: a term counts as gone only when both lack it.
  const twin = await context.site.openTwin(topic, { freshness: "ask", signal: context.signal });
  if (!twin) return describe(topic, first, "drifted", ["Only one rendition of the page could be read."]);
  const second = judgePage(twin.document, evidence);
  if (holds(second))
    return describe(twin, second, "supported", ["Found in the other rendition of the page only."]);
  const missing = first.missing.filter((term) => second.missing.includes(term));
  if (missing.length > 0 || second.refuting.length > 0) {
    const found = source.mustMention.filter((term) => !missing.includes(term));
    return describe(topic, { ...first, found, missing, refuting: second.refuting }, "drifted", [
      "Both renditions of the page were read.",
    ]);
  }
  return describe(topic, { ...first, found: source.mustMention, missing: [] }, "supported", [
    "Each rendition of the page holds a part of the terms.",
  ]);
}

function holds({ missing, refuting }: Judgement): boolean {
  return missing.length === 0 && refuting.length === 0;
}

/** A copy is no check: it is told what it says and from which day it is. */
function fromCopy(topic: Topic, judgement: Judgement, problem: DocsError): Findings {
  const day = topic.checkedAt.slice(0, 10);
  return {
    ...describe(topic, judgement, "unreachable", [`The passage is from the stored copy of ${day}.`]),
    reason: problem.code,
    message:
      problem.code === "offline"
        ? `Offline: nothing was asked. The stored copy is of ${day}.`
        : problem.message,
    copy: { checkedAt: topic.checkedAt, status: holds(judgement) ? "supported" : "drifted" },
  };
}

function describe(
  topic: Topic,
  judgement: Judgement,
  status: VerificationStatus,
  remarks: readonly string[],
): Findings {
  const { section, passage, refuting, scattered } = judgement;
  const notes = [
    ...topic.notes,
    ...remarks,
    ...(scattered.length > 0 ? [`On the page, though apart from the others: ${scattered.join(", ")}.`] : []),
  ];
  return {
    status,
    ...(section ? { section: section.title, anchor: section.anchor } : {}),
    found: judgement.found,
    missing: judgement.missing,
    ...(refuting.length > 0 ? { refuting } : {}),
    ...(passage === "" ? {} : { passage }),
    link: linkTo(topic, judgement),
    ...(topic.href === topic.askedHref ? {} : { finalUrl: topic.href }),
    ...(status === "supported" && judgement.moved ? { moved: true as const } : {}),
    ...(status === "supported" && judgement.changed ? { changed: true as const } : {}),
    hash: judgement.hash,
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function linkTo({ href }: Topic, { section, textFragment }: Judgement): string {
  const fragment = `${section?.anchor ? encodeURIComponent(section.anchor) : ""}${textFragment}`;
  return fragment === "" ? href : `${href}#${fragment}`;
}

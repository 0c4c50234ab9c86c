import type { Dispatcher } from "undici";
import { DocsError } from "./docs-error.ts";
import { type FetchedDoc, type FetchRequest, fetchDoc } from "./fetch-doc.ts";
import { createHttpClient } from "./http/http-client.ts";
import { defaultLimits, type HttpLimits } from "./http/limits.ts";
import { cacheFolder, createPageCache } from "./page-cache.ts";
import { createSite } from "./site.ts";
import { createJournal } from "./verify/journal.ts";
import { shareTopics } from "./verify/shared-topics.ts";
import type { Verification } from "./verify/verification.ts";
import { type VerifyAllOptions, verifyAll } from "./verify/verify-all.ts";
import { type VerifiableFact, verifyFact } from "./verify/verify-fact.ts";

export { DocsError } from "./docs-error.ts";
export type { Verification } from "./verify/verification.ts";
export type { VerifyAllOptions } from "./verify/verify-all.ts";
export type { VerifiableFact } from "./verify/verify-fact.ts";

export interface DocsOptions {
  readonly version: string;
  /** Where `IAM_PITFALLS_*` and the proxy variables are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now?: () => Date;
  /** Takes the place of every connection, in tests. */
  readonly dispatcher?: Dispatcher;
  /** Other limits than the usual ones, in tests. */
  readonly limits?: Partial<HttpLimits>;
}

export interface Docs {
  /** One page, section or set of passages as Markdown. What cannot be shown is a DocsError. */
  fetchDoc(request: FetchRequest): Promise<FetchedDoc>;
  /** What the sources of a fact say today. Only a cancelled check throws. */
  verifyFact(fact: VerifiableFact, options?: { readonly signal?: AbortSignal }): Promise<Verification>;
  /** Checks many facts, each page once; a cancelled run throws. `verify-report.ts` renders the results. */
  verifyAll(facts: readonly VerifiableFact[], options?: VerifyAllOptions): Promise<readonly Verification[]>;
  /** Ends idle connections. */
  close(): Promise<void>;
}

const PROJECT = "https://www.npmjs.com/package/iam-pitfalls-mcp";

/** The documentation site as this environment reaches it. Cheap: nothing is contacted or read before it is asked. */
export function createDocs(options: DocsOptions): Docs {
  const { env, now = () => new Date() } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const mirror = readMirror(env["IAM_PITFALLS_DOCS_MIRROR"]);
  const client = createHttpClient({
    env,
    userAgent: `Mozilla/5.0 (compatible; iam-pitfalls-mcp/${options.version}; +${PROJECT})`,
    limits,
    mirrorOrigin: mirror.base === undefined ? undefined : new URL(mirror.base).origin,
    dispatcher: options.dispatcher,
  });
  const folder = cacheFolder(env);
  const journal = createJournal(folder, mirror.base ?? "");
  const site = createSite({
    client,
    cache: createPageCache({ folder, namespace: mirror.base ?? "" }),
    limits,
    mirror: mirror.base,
    offline: isOn(env["IAM_PITFALLS_OFFLINE"]),
    now,
  });
  return {
    async fetchDoc(request) {
      if (mirror.problem) throw mirror.problem;
      return await fetchDoc(site, request);
    },
    async verifyFact(fact, { signal } = {}) {
      if (mirror.problem) throw mirror.problem;
      return await verifyFact(fact, { site: shareTopics(site), now, signal });
    },
    async verifyAll(facts, allOptions = {}) {
      if (mirror.problem) throw mirror.problem;
      return await verifyAll(facts, allOptions, { site, now }, journal);
    },
    close: () => client.close(),
  };
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|no|off|)$/i.test(value.trim());
}

interface Mirror {
  readonly base: string | undefined;
  readonly problem: DocsError | undefined;
}

/** The mirror's base URL without a slash at its end. It may be plain http and anywhere: the user set it. */
function readMirror(value: string | undefined): Mirror {
  if (!value?.trim()) return { base: undefined, problem: undefined };
  const problem = new DocsError(
    "bad_url",
    "IAM_PITFALLS_DOCS_MIRROR is no http or https URL: set it to the base of the mirror, such as http://127.0.0.1:8080.",
  );
  let url: URL;
  try {
    url = new URL(value.trim());
  } catch {
    return { base: undefined, problem };
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return { base: undefined, problem };
  return { base: `${url.origin}${url.pathname}`.replace(/\/+$/, ""), problem: undefined };
}

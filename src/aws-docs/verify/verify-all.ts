import { DocsError } from "../docs-error.ts";
import type { Journal } from "./journal.ts";
import { shareTopics } from "./shared-topics.ts";
import type { Verification } from "./verification.ts";
import { type VerifiableFact, type VerifyContext, verifyFact } from "./verify-fact.ts";

export interface VerifyAllOptions {
  readonly signal?: AbortSignal | undefined;
  /** Facts checked at once; requests to one host are limited besides. */
  readonly concurrency?: number | undefined;
  /** Called after each fact, in the order in which they come in. */
  readonly onProgress?: ((progress: VerifyProgress) => void) | undefined;
  /**
   * Results that are not older than this many milliseconds are taken over from an earlier run, so that an
   * interrupted one goes on. 0, the default, checks everything. Unreachable sources are always tried again.
   */
  readonly resumeMs?: number | undefined;
}

export interface VerifyProgress {
  readonly done: number;
  readonly total: number;
  readonly verification: Verification;
}

/** Checks many facts, each page once. The results come in the order of the facts; a cancelled run throws. */
export async function verifyAll(
  facts: readonly VerifiableFact[],
  options: VerifyAllOptions,
  context: Pick<VerifyContext, "site" | "now">,
  journal: Journal,
): Promise<readonly Verification[]> {
  const { signal, concurrency = 4, onProgress, resumeMs = 0 } = options;
  const shared: VerifyContext = { ...context, site: shareTopics(context.site), signal };
  const results: Verification[] = [];
  // Facts of one page follow each other, so that the page is still at hand.
  const queue = facts.map((fact, index) => ({ fact, index, page: fact.sources[0]?.url ?? "" }));
  queue.sort((a, b) => (a.page < b.page ? -1 : Number(a.page > b.page)));
  let done = 0;

  async function check(fact: VerifiableFact): Promise<Verification> {
    const known = resumeMs > 0 ? await journal.read(fact) : undefined;
    const age = known ? context.now().getTime() - Date.parse(known.checkedAt) : Number.POSITIVE_INFINITY;
    if (known && age >= 0 && age <= resumeMs) return known;
    const verification = await verifyFact(fact, shared);
    if (verification.sources.every(({ status }) => status !== "unreachable"))
      await journal.write(fact, verification);
    return verification;
  }

  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      // Pages at hand answer without a request that would notice.
      if (signal?.aborted) throw new DocsError("cancelled", "The run was cancelled: it can be resumed.");
      const verification = await check(next.fact);
      results[next.index] = verification;
      done += 1;
      onProgress?.({ done, total: facts.length, verification });
    }
  }

  const workers = Math.min(Math.max(1, Math.floor(concurrency)), 16, Math.max(1, facts.length));
  try {
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    queue.length = 0;
  }
  return results;
}

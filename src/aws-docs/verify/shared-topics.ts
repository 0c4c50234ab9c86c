import type { OpenOptions, Site, Topic } from "../site.ts";

/** Pages that one run keeps at hand: parsed pages are large, and facts of one page are checked together. */
const MAX_TOPICS = 24;

/** A view of the site for one run: each page is fetched and read once, however many facts cite it. */
export function shareTopics(site: Site): Site {
  const topics = new Map<string, Promise<Topic>>();
  const twins = new Map<string, Promise<Topic | undefined>>();
  return {
    open: (href, options) => keep(topics, href, options, () => site.open(href, options)),
    openTwin: (topic, options) => keep(twins, topic.href, options, () => site.openTwin(topic, options)),
  };
}

function keep<T>(
  kept: Map<string, Promise<T>>,
  key: string,
  { signal }: OpenOptions,
  load: () => Promise<T>,
): Promise<T> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const loading = load();
  kept.set(key, loading);
  // What a cancelled caller left behind is no answer for the next one.
  loading.catch(() => signal?.aborted && kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > MAX_TOPICS && oldest !== undefined) kept.delete(oldest);
  return loading;
}

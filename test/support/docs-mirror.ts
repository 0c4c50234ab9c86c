import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import type { FactSource } from "../../src/knowledge/fact.ts";

/** A stand-in for the documentation hosts on the loopback address: pages by `host/path`, everything else is gone. */
export async function startMirror(pages: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages[(request.url ?? "/").slice(1)];
    response.writeHead(page === undefined ? 404 : 200, {
      "Content-Type": "text/html; charset=utf-8",
      ETag: '"1"',
    });
    response.end(page ?? "<html><body>gone</body></html>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
}

export function mirrorPath(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** A page with the anatomy of the real ones and text of our own, whose section holds the given terms. */
export function pageFor(
  { title = "A page", section = "The section", anchor = "the-section" }: Partial<FactSource>,
  terms: readonly string[],
): string {
  const paragraphs = terms.map(
    (term) => `<p>This paragraph of the test page speaks of ${escapeHtml(term)} and of nothing else.</p>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><title>${escapeHtml(title)}</title></head><body><div id="main-content"><div id="main-col-body">
<h1 class="topictitle" id="top">${escapeHtml(title)}</h1><p>An opening paragraph that is long enough to count as the text of a page.</p>
<h2 id="before">Another section</h2><p>It says nothing of interest to anybody.</p>
<h2 id="${escapeHtml(anchor)}">${escapeHtml(section)}</h2>${paragraphs.join("\n")}
<h2 id="after">A closing section</h2><p>Nor does this.</p></div></div></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

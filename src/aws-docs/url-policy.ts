/**
 * Which addresses may be fetched. One function decides, for what a caller asks and for every redirect on the
 * way, always on the parsed URL: comparing strings is how look-alike hosts get through.
 */

/** The hosts that carry AWS documentation, and the part of each that does. */
const HOSTS: ReadonlyMap<string, string> = new Map([
  ["docs.aws.amazon.com", "/"],
  ["docs.amazonaws.cn", "/"],
  ["awscli.amazonaws.com", "/v2/documentation/"],
]);

/** Host names that `fetch_doc` reads. The legacy boto3 host is rewritten to its successor among them. */
export const allowedHosts: readonly string[] = [...HOSTS.keys()];

/** A documentation page that may be fetched. */
export interface DocAddress {
  /** The page without query and fragment: what is requested, cached and shown. */
  readonly href: string;
  /** The decoded fragment, without `#` and without text directives. */
  readonly fragment?: string;
  /** What was changed on the way from the input to `href`, in words for the caller. */
  readonly notes: readonly string[];
}

export type UrlVerdict =
  | { readonly ok: true; readonly address: DocAddress }
  | { readonly ok: false; readonly code: "bad_url" | "refused"; readonly message: string };

const MAX_URL_CHARS = 2048;
const LEGACY_BOTO3 = /^\/v1\/documentation\/api\/(?:latest|\d+(?:\.\d+){1,3})\//;
const LOCALE = /^\/[a-z]{2}_[a-z]{2}\//;
const OTHER_CONTENT = /^\/(?:pdfs|search|images|assets)(?:\/|$)|\/pdfs?\//;
const EXTENSION = /\.([a-z0-9]{1,8})$/i;
const READABLE = new Set(["html", "htm", "md", "txt"]);
/** Encoded separators and control characters: a server or mirror might decode them after our check. */
const ENCODED_TRICK = /%(?:2f|5c|0[0-9a-f]|1[0-9a-f]|7f)/i;
/** Control characters, white space and backslashes: URL parsers drop or turn them silently. */
const UNTIDY = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\\]/u;

/** Decides on one address. Pure; `input` may be anything at all. */
export function checkUrl(input: string): UrlVerdict {
  const raw = input.trim();
  const untidy = findUntidy(raw);
  if (untidy) return bad(untidy);
  const url = parseUrl(raw);
  if (!url) return bad(`This is no absolute URL. ${EXAMPLE}`);
  const refusal = findRefusal(url);
  if (refusal) return { ok: false, code: "refused", message: `${refusal} ${HOSTS_LINE}` };
  return toAddress(url);
}

/** True for the home page of the site or of a service: where retired topics are often sent to. */
export function isLandingPage(href: string): boolean {
  const segments = new URL(href).pathname.split("/").filter(Boolean);
  if (segments.length <= 1) return true;
  return segments.length === 2 && /^index\.html?$/.test(segments[1] ?? "");
}

/** The native Markdown rendition of a page and the other way round; undefined when the path has no such twin. */
export function twinOf(href: string): string | undefined {
  if (href.endsWith(".html")) return `${href.slice(0, -5)}.md`;
  if (href.endsWith(".md")) return `${href.slice(0, -3)}.html`;
  return undefined;
}

const EXAMPLE =
  "Give a documentation page such as https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html.";

const HOSTS_LINE = `Documentation hosts: ${allowedHosts.join(", ")}. Find the page's address there.`;

function findUntidy(raw: string): string | undefined {
  if (raw === "") return `The URL is empty. ${EXAMPLE}`;
  if (raw.length > MAX_URL_CHARS) return `The URL is longer than ${MAX_URL_CHARS} characters. ${EXAMPLE}`;
  if (UNTIDY.test(raw))
    return "The URL holds white space, a control character or a backslash. Give it as the browser's address line shows it.";
  const [authority = ""] = raw.replace(/^[a-z][a-z0-9+.-]*:\/*/i, "").split(/[/?#]/, 1);
  // Full-width letters and ideographic stops are folded by the parser into another host than the eye reads.
  if (/[^\x21-\x7e]/.test(authority)) return "The host name of the URL has letters outside ASCII.";
  return undefined;
}

function parseUrl(raw: string): URL | undefined {
  try {
    return new URL(raw);
  } catch {
    return undefined;
  }
}

function findRefusal(url: URL): string | undefined {
  const root = HOSTS.get(url.hostname) ?? (isLegacyBoto3(url) ? "/" : undefined);
  if (url.protocol === "http:" && root !== undefined)
    return "Documentation is fetched over https only: ask again with https:// in place of http://.";
  if (url.protocol !== "https:") return "Only https URLs are fetched.";
  if (url.username || url.password) return "A URL with a user name or password is not fetched.";
  if (url.port) return "A URL with a port is not fetched: leave the port out.";
  if (root === undefined) return "This host is not on the list of AWS documentation hosts.";
  if (ENCODED_TRICK.test(url.pathname))
    return "The path holds an encoded slash, backslash or control character.";
  if (!url.pathname.startsWith(root)) return `On this host only pages below ${root} are documentation.`;
  if (OTHER_CONTENT.test(url.pathname) || !hasReadableName(url.pathname))
    return "Only documentation pages (.html, .md, .txt or a folder) are read: for a PDF, give the HTML page of the topic.";
  return undefined;
}

function hasReadableName(pathname: string): boolean {
  const name = pathname.slice(pathname.lastIndexOf("/") + 1);
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase();
  // Folder-like names may hold dots that are no extension, as in /boto3/1.34.
  return extension === undefined || READABLE.has(extension) || /^\d+$/.test(extension);
}

function isLegacyBoto3(url: URL): boolean {
  return url.hostname === "boto3.amazonaws.com" && LEGACY_BOTO3.test(url.pathname);
}

function toAddress(url: URL): UrlVerdict {
  const notes: string[] = [];
  let host = url.hostname;
  let path = url.pathname.replace(/\/{2,}/g, "/");
  if (isLegacyBoto3(url)) {
    host = "docs.aws.amazon.com";
    path = path.replace(LEGACY_BOTO3, "/boto3/latest/");
    notes.push("The boto3 reference has moved to docs.aws.amazon.com: read there.");
  }
  // The China host has its language in every path, and other wording below it: it stays.
  if (host === "docs.aws.amazon.com" && LOCALE.test(path)) {
    path = path.replace(LOCALE, "/");
    notes.push("The English page was read: translations lag behind it.");
  }
  const fragment = readFragment(url.hash);
  return {
    ok: true,
    address: { href: `https://${host}${path}`, notes, ...(fragment === "" ? {} : { fragment }) },
  };
}

function readFragment(hash: string): string {
  const [plain = ""] = hash.slice(1).split(":~:", 1);
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function bad(message: string): UrlVerdict {
  return { ok: false, code: "bad_url", message };
}

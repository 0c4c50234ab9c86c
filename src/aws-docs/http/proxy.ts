type Env = Readonly<Record<string, string | undefined>>;

/** What the environment says about proxies: the lower-case names win, as everywhere. */
export function readProxy(env: Env): { readonly proxy: string; readonly noProxy: string } {
  const proxy = (env["https_proxy"] ?? env["HTTPS_PROXY"] ?? "").trim();
  return {
    // "proxy.example:8080" is common, and would parse as a URL with the scheme "proxy.example:".
    proxy: proxy === "" || /^[a-z][a-z0-9]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`,
    noProxy: env["no_proxy"] ?? env["NO_PROXY"] ?? "",
  };
}

/**
 * The proxy that stands between us and a URL, as `host:port` without credentials, to be named in errors.
 * The routing itself is undici's EnvHttpProxyAgent; this follows the same variables.
 */
export function findProxy(env: Env, url: URL): string | undefined {
  const { proxy, noProxy } = readProxy(env);
  if (!proxy || isExempt(noProxy, url)) return undefined;
  try {
    return new URL(proxy).host;
  } catch {
    return "in HTTPS_PROXY";
  }
}

function isExempt(noProxy: string, url: URL): boolean {
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      const host = entry.replace(/:\d+$/, "").replace(/^\*?\./, "");
      return entry === "*" || url.hostname === host || url.hostname.endsWith(`.${host}`);
    });
}

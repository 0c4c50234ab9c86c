import { expect, it } from "vitest";
import { findProxy, readProxy } from "../../../src/aws-docs/http/proxy.ts";

const url = new URL("https://docs.aws.amazon.com/x.html");
const proxy = "http://user:secret@proxy.example:8080";

it.each([
  [{}, undefined],
  [{ HTTPS_PROXY: "" }, undefined],
  [{ HTTPS_PROXY: proxy }, "proxy.example:8080"],
  [{ HTTPS_PROXY: "http://other:1", https_proxy: proxy }, "proxy.example:8080"],
  [{ HTTPS_PROXY: "proxy.example:8080" }, "proxy.example:8080"],
  [{ HTTPS_PROXY: "http://[x" }, "in HTTPS_PROXY"],
  [{ HTTPS_PROXY: proxy, NO_PROXY: "*" }, undefined],
  [{ HTTPS_PROXY: proxy, NO_PROXY: "localhost, docs.aws.amazon.com" }, undefined],
  [{ HTTPS_PROXY: proxy, NO_PROXY: ".amazon.com" }, undefined],
  [{ HTTPS_PROXY: proxy, NO_PROXY: "*.amazon.com:443" }, undefined],
  [{ HTTPS_PROXY: proxy, no_proxy: "AWS.amazon.com" }, undefined],
  [{ HTTPS_PROXY: proxy, NO_PROXY: "mazon.com,aws" }, "proxy.example:8080"],
])("%j stands for %j", (env, expected) => {
  expect(findProxy(env, url)).toBe(expected);
});

it("gives a proxy without a scheme one", () => {
  expect(readProxy({ https_proxy: "proxy.example:8080" }).proxy).toBe("http://proxy.example:8080");
});

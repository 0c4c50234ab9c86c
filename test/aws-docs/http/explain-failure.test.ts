import { describe, expect, it } from "vitest";
import { explainFailure, type FailureContext } from "../../../src/aws-docs/http/explain-failure.ts";

const direct: FailureContext = {
  host: "docs.aws.amazon.com",
  proxy: undefined,
  callerSignal: undefined,
  totalSignal: new AbortController().signal,
};
const proxied: FailureContext = { ...direct, proxy: "proxy.example:8080" };

function coded(code: string): Error {
  return Object.assign(new Error(`secret words of the system: ${code}`), { code });
}

describe("what went wrong, in our words", () => {
  it.each([
    ["ENOTFOUND", "network", "could not be resolved"],
    ["EAI_AGAIN", "network", "could not be resolved"],
    ["ECONNREFUSED", "network", "HTTPS_PROXY"],
    ["ECONNRESET", "network", "IAM_PITFALLS_OFFLINE"],
    ["UND_ERR_SOCKET", "network", "failed"],
    ["UND_ERR_CONNECT_TIMEOUT", "timeout", "in time"],
    ["UND_ERR_HEADERS_TIMEOUT", "timeout", "in time"],
    ["UND_ERR_BODY_TIMEOUT", "timeout", "in time"],
    ["ETIMEDOUT", "timeout", "in time"],
    ["UND_ERR_RES_EXCEEDED_MAX_SIZE", "too_large", "larger"],
    ["ERR_BUFFER_TOO_LARGE", "too_large", "larger"],
    ["EBLOCKEDADDR", "refused", "private address"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls", "NODE_EXTRA_CA_CERTS"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "tls", "NODE_EXTRA_CA_CERTS"],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls", "NODE_EXTRA_CA_CERTS"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls", "NODE_EXTRA_CA_CERTS"],
    ["CERT_HAS_EXPIRED", "tls", "clock"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls", "NODE_EXTRA_CA_CERTS"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls", "NODE_EXTRA_CA_CERTS"],
    ["Z_DATA_ERROR", "server_error", "damaged"],
    ["Z_BUF_ERROR", "server_error", "damaged"],
    ["ERR__ERROR_FORMAT_PADDING_1", "server_error", "damaged"],
    ["SOMETHING_NEW", "network", "failed"],
  ])("%s is %s", (code, expected, words) => {
    for (const error of [
      coded(code),
      new Error("outer", { cause: coded(code) }),
      new AggregateError([coded(code)], "several"),
    ]) {
      const explained = explainFailure(error, direct);
      expect(explained.code).toBe(expected);
      expect(explained.message).toContain(words);
      expect(explained.message).not.toContain("secret");
    }
  });

  it.each([
    ["ENOTFOUND", "proxy"],
    ["ECONNREFUSED", "proxy"],
    ["UND_ERR_ABORTED", "proxy"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "tls"],
    ["ECONNRESET", "network"],
  ])("behind a proxy, %s is %s", (code, expected) => {
    const explained = explainFailure(coded(code), proxied);
    expect(explained.code).toBe(expected);
    if (expected !== "network") expect(explained.message).toContain("proxy.example:8080");
  });

  it("is a cancellation when the caller stopped, and a timeout when the time was up", () => {
    const callerSignal = AbortSignal.abort();
    expect(explainFailure(coded("UND_ERR_ABORTED"), { ...proxied, callerSignal }).code).toBe("cancelled");
    expect(explainFailure(new Error("aborted"), { ...direct, totalSignal: AbortSignal.abort() }).code).toBe(
      "timeout",
    );
  });

  it.each([undefined, null, "text", 7, { code: 7 }])("copes with %j", (thrown) => {
    expect(explainFailure(thrown, direct).code).toBe("network");
  });
});

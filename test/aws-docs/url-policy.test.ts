import { describe, expect, it } from "vitest";
import { checkUrl, isLandingPage, twinOf } from "../../src/aws-docs/url-policy.ts";

const ROLES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html";

describe("addresses that are fetched", () => {
  it.each([
    [ROLES, ROLES, undefined],
    [`${ROLES}#iam-term-role-chaining`, ROLES, "iam-term-role-chaining"],
    [`${ROLES}#a%20b`, ROLES, "a b"],
    [`${ROLES}#%zz`, ROLES, "%zz"],
    [`${ROLES}#here:~:text=some%20words`, ROLES, "here"],
    [`${ROLES}#:~:text=some%20words`, ROLES, undefined],
    [`${ROLES}?icmpid=docs_iam_console`, ROLES, undefined],
    [`${ROLES}?x=1#y`, ROLES, "y"],
    [`  ${ROLES}  `, ROLES, undefined],
    ["HTTPS://DOCS.AWS.AMAZON.COM/IAM/latest/UserGuide/id_roles.html", ROLES, undefined],
    ["https://docs.aws.amazon.com:443/IAM/latest/UserGuide/id_roles.html", ROLES, undefined],
    ["https://docs.aws.amazon.com/IAM/latest/UserGuide/../UserGuide/id_roles.html", ROLES, undefined],
    ["https://docs.aws.amazon.com/IAM/%2e%2e/IAM/latest/UserGuide/id_roles.html", ROLES, undefined],
    ["https://docs.aws.amazon.com//IAM/latest//UserGuide/id_roles.html", ROLES, undefined],
    ["https://docs.aws.amazon.com/ja_jp/IAM/latest/UserGuide/id_roles.html", ROLES, undefined],
    [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.md",
      ROLES.replace(".html", ".md"),
      undefined,
    ],
    [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/",
      undefined,
    ],
    ["https://docs.aws.amazon.com", "https://docs.aws.amazon.com/", undefined],
    [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/llms.txt",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/llms.txt",
      undefined,
    ],
    [
      "https://docs.aws.amazon.com/goto/WebAPI/iam-2010-05-08/CreateRole",
      "https://docs.aws.amazon.com/goto/WebAPI/iam-2010-05-08/CreateRole",
      undefined,
    ],
    [
      "https://docs.amazonaws.cn/en_us/IAM/latest/UserGuide/id_roles.html",
      "https://docs.amazonaws.cn/en_us/IAM/latest/UserGuide/id_roles.html",
      undefined,
    ],
    [
      "https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/iam/client/create_role.html",
      "https://docs.aws.amazon.com/boto3/latest/reference/services/iam/client/create_role.html",
      undefined,
    ],
    [
      "https://boto3.amazonaws.com/v1/documentation/api/1.34.5/reference/services/iam.html",
      "https://docs.aws.amazon.com/boto3/latest/reference/services/iam.html",
      undefined,
    ],
    [
      "https://awscli.amazonaws.com/v2/documentation/api/latest/reference/iam/create-role.html",
      "https://awscli.amazonaws.com/v2/documentation/api/latest/reference/iam/create-role.html",
      undefined,
    ],
  ])("%s", (input, href, fragment) => {
    const verdict = checkUrl(input);
    expect(verdict).toMatchObject({ ok: true, address: { href } });
    expect(verdict.ok && verdict.address.fragment).toBe(fragment);
  });
});

describe("addresses that are not", () => {
  it.each([
    ["", "bad_url"],
    ["id_roles.html", "bad_url"],
    ["//docs.aws.amazon.com/x.html", "bad_url"],
    ["docs.aws.amazon.com/IAM/x.html", "bad_url"],
    ["https://", "bad_url"],
    ["https://docs.aws.amazon.com:99999/x.html", "bad_url"],
    [`https://docs.aws.amazon.com/${"x".repeat(2100)}.html`, "bad_url"],
    ["https://docs.aws.amazon.com/a b.html", "bad_url"],
    ["https://docs.aws.amazon.com/a\tb.html", "bad_url"],
    ["https://docs.aws.amazon.com/a\nHost: evil.example", "bad_url"],
    ["https://docs.aws.amazon.com/a\u0000.html", "bad_url"],
    ["https://docs.aws.amazon.com\\@evil.example/x.html", "bad_url"],
    ["https:\\\\docs.aws.amazon.com\\x.html", "bad_url"],
    ["https://docs。aws。amazon。com/x.html", "bad_url"],
    ["https://ｄocs.aws.amazon.com/x.html", "bad_url"],
    ["https://dοcs.aws.amazon.com/x.html", "bad_url"],
    ["https://docs.aws.amazon.com\u00ad/x.html", "bad_url"],
    ["http://docs.aws.amazon.com/IAM/x.html", "refused"],
    ["ftp://docs.aws.amazon.com/x.html", "refused"],
    ["file:///etc/passwd", "refused"],
    ["data:text/html,hello", "refused"],
    ["javascript:alert(1)", "refused"],
    ["gopher://docs.aws.amazon.com/x", "refused"],
    ["https://user@docs.aws.amazon.com/x.html", "refused"],
    ["https://user:secret@docs.aws.amazon.com/x.html", "refused"],
    ["https://docs.aws.amazon.com@evil.example/x.html", "refused"],
    ["https://docs.aws.amazon.com:8443/x.html", "refused"],
    ["https://docs.aws.amazon.com:80/x.html", "refused"],
    ["https://docs.aws.amazon.com./x.html", "refused"],
    ["https://docs.aws.amazon.com.evil.example/x.html", "refused"],
    ["https://evil.example/docs.aws.amazon.com/x.html", "refused"],
    ["https://evil.example/?https://docs.aws.amazon.com/x.html", "refused"],
    ["https://evil.example#https://docs.aws.amazon.com/x.html", "refused"],
    ["https://xdocs.aws.amazon.com/x.html", "refused"],
    ["https://docs-aws.amazon.com/x.html", "refused"],
    ["https://aws.amazon.com/iam/", "refused"],
    ["https://amazon.com/x.html", "refused"],
    ["https://s3.amazonaws.com/docs.aws.amazon.com/x.html", "refused"],
    ["https://proxy.search.docs.aws.com/search", "refused"],
    ["https://127.0.0.1/x.html", "refused"],
    ["https://localhost/x.html", "refused"],
    ["https://[::1]/x.html", "refused"],
    ["https://[::ffff:169.254.169.254]/latest/meta-data/", "refused"],
    ["http://169.254.169.254/latest/meta-data/iam/", "refused"],
    ["https://2852039166/latest/meta-data/", "refused"],
    ["https://0xa9fea9fe/latest/meta-data/", "refused"],
    ["https://0251.0376.0251.0376/", "refused"],
    ["https://10.0.0.1/x.html", "refused"],
    ["https://boto3.amazonaws.com/", "refused"],
    ["https://boto3.amazonaws.com/v1/documentation/api/latest/../../../../x.html", "refused"],
    ["https://awscli.amazonaws.com/awscli-exe-linux-x86_64.zip", "refused"],
    ["https://awscli.amazonaws.com/v2/documentation/../../secret.html", "refused"],
    ["https://docs.aws.amazon.com/IAM/latest/UserGuide/iam-ug.pdf", "refused"],
    ["https://docs.aws.amazon.com/pdfs/IAM/latest/UserGuide/iam-ug.html", "refused"],
    ["https://docs.aws.amazon.com/search/doc-search.html", "refused"],
    ["https://docs.aws.amazon.com/images/x.html", "refused"],
    ["https://docs.aws.amazon.com/assets/js/x.js", "refused"],
    ["https://docs.aws.amazon.com/IAM/latest/UserGuide/toc-contents.json", "refused"],
    ["https://docs.aws.amazon.com/..%2f..%2fetc/passwd", "refused"],
    ["https://docs.aws.amazon.com/x%5c..%5cy.html", "refused"],
    ["https://docs.aws.amazon.com/x%0d%0aHost:evil.html", "refused"],
    ["https://docs.aws.amazon.com/x%00.html", "refused"],
  ] as const)("%j", (input, code) => {
    const verdict = checkUrl(input);
    expect(verdict).toMatchObject({ ok: false, code });
    // Our words only: no part of what was given comes back.
    expect(verdict.ok ? "" : verdict.message).not.toMatch(/evil|secret|169\.254|passwd/);
  });
});

it.each([
  ["https://docs.aws.amazon.com/", true],
  ["https://docs.aws.amazon.com/iam/", true],
  ["https://docs.aws.amazon.com/iam/index.html", true],
  ["https://docs.aws.amazon.com/IAM/latest/UserGuide/", false],
  [ROLES, false],
])("%s is a landing page: %s", (href, landing) => {
  expect(isLandingPage(href)).toBe(landing);
});

it.each([
  [ROLES, ROLES.replace(".html", ".md")],
  [ROLES.replace(".html", ".md"), ROLES],
  ["https://docs.aws.amazon.com/IAM/", undefined],
])("the twin of %s is %s", (href, twin) => {
  expect(twinOf(href)).toBe(twin);
});

import { describe, expect, test } from "vitest";
import { unwrap } from "../../src/policy/unwrap.ts";

const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] };
const text = JSON.stringify(document);
const spaced = JSON.stringify(document, null, 1);

describe("the wrappers in which documents come", () => {
  test.each([
    ["GetPolicyVersion", { PolicyVersion: { Document: encodeURIComponent(text), VersionId: "v1" } }],
    ["GetRolePolicy", { RoleName: "r", PolicyName: "p", PolicyDocument: document }],
    ["GetQueueAttributes", { Attributes: { QueueArn: "arn", Policy: text } }],
    ["GetRepositoryPolicy", { registryId: "111122223333", repositoryName: "r", policyText: text }],
    ["GetInlinePolicyForPermissionSet", { InlinePolicy: text }],
    ["GetResourcePolicy of Secrets Manager", { ARN: "arn", Name: "n", ResourcePolicy: text }],
    ["GetResourcePolicy of Glue", { PolicyInJson: text, PolicyHash: "h" }],
    ["a policy of IoT", { policyName: "p", policyDocument: text }],
    ["attributes of Terraform", { name: "p", policy: text }],
  ])("%s", (_, wrapped) => {
    const { text: found, wrapper, policyType } = unwrap(JSON.stringify(wrapped));
    expect(JSON.parse(found)).toEqual(document);
    expect(wrapper).toBeDefined();
    expect(policyType).toBeUndefined();
  });

  test.each([
    ["GetRole", { Role: { RoleName: "r", AssumeRolePolicyDocument: document } }],
    ["attributes of Terraform", { name: "r", assume_role_policy: text }],
  ])("a trust policy from %s", (_, wrapped) => {
    const { text: found, policyType } = unwrap(JSON.stringify(wrapped));
    expect(JSON.parse(found)).toEqual(document);
    expect(policyType).toBe("trust");
  });

  test.each([
    ["SERVICE_CONTROL_POLICY", "scp"],
    ["RESOURCE_CONTROL_POLICY", "rcp"],
    ["TAG_POLICY", undefined],
  ])("DescribePolicy of Organizations says the type %s", (Type, expected) => {
    const wrapped = { Policy: { PolicySummary: { Id: "p-1", Type }, Content: text } };
    expect(unwrap(JSON.stringify(wrapped))).toEqual({
      text,
      wrapper: "Policy > Content",
      policyType: expected,
    });
  });

  test.each([`\`\`\`json\n${spaced}\n\`\`\``, `\n\`\`\`\r\n${text}\r\n\`\`\`\n`])(
    "a code block of Markdown",
    (block) => {
      const { text: found, wrapper } = unwrap(block);
      expect(JSON.parse(found)).toEqual(document);
      expect(wrapper).toBe("code block");
    },
  );

  test.each([
    `\`\`\`json\n${text}`,
    `\`\`\`json\n${text}\n\`\`\`\n\`\`\`json\n${text}\n\`\`\``,
    "```",
    "```\n```",
  ])("not what is no single code block: %j", (block) => {
    expect(unwrap(block).text.trim()).not.toBe(text);
  });

  test("a document with its own Statement is taken as it is, whatever stands beside", () => {
    const whole = JSON.stringify({ ...document, policy: "x" });
    expect(unwrap(whole)).toEqual({ text: whole, wrapper: undefined, policyType: undefined });
  });
});

describe("URL encoding", () => {
  test.each([
    ["percent signs", encodeURIComponent(spaced)],
    ["pluses for blanks, as forms have them", encodeURIComponent(spaced).replaceAll("%20", "+")],
  ])("with %s", (_, encoded) => {
    expect(unwrap(encoded)).toEqual({ text: spaced, wrapper: "URL encoding", policyType: undefined });
  });

  test("a plus inside a text stays", () => {
    const tagged = JSON.stringify({ Statement: [], Id: "a+b" });
    expect(unwrap(encodeURIComponent(tagged).replaceAll("%2B", "+")).text).toBe(tagged);
  });
});

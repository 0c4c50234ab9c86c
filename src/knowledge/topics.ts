/** The folders below `knowledge/facts`, and what belongs in each. The folder of a fact is its topic. */
export const topics = {
  "access-analyzer":
    "IAM Access Analyzer: policy validation, external, internal and unused access, policy generation",
  cloudtrail: "What CloudTrail records of IAM, STS and sign-in activity, and where",
  conditions: "Condition operators, multivalued keys, policy variables and global condition keys",
  credentials: "Access keys, passwords, signing certificates, credential reports, root user",
  iam: "IAM users, groups, roles, managed policies and their APIs",
  "identity-center": "IAM Identity Center: permission sets, assignments, sessions",
  kms: "KMS key policies and grants",
  mfa: "Multi-factor authentication devices and policies that ask for them",
  oidc: "OpenID Connect providers and web identity federation",
  organizations: "AWS Organizations: accounts, handshakes, delegation, policy types",
  "permissions-boundary": "Permissions boundaries and what they do and do not limit",
  "policy-evaluation": "How policies of several types combine into a decision",
  "policy-summary": "How the console displays a policy",
  quotas: "Limits on names, sizes and counts, and which of them can be raised",
  "resource-policy": "Resource-based policies, principals and cross-account access",
  s3: "S3 bucket policies, Block Public Access, access points",
  saml: "SAML 2.0 identity providers and assertions",
  "scp-rcp": "Service control policies and resource control policies",
  sdk: "Names and behaviour of SDK methods, exceptions, waiters and the AWS CLI",
  "service-roles": "Roles that services assume, service-linked roles, trust principals",
  sigv4: "Signing requests with Signature Version 4 and 4a",
  sts: "Temporary credentials: AssumeRole, sessions, Regions, endpoints",
} as const;

export type Topic = keyof typeof topics;

/** The topic that a person may have meant ("Policy evaluation", "STS"), or undefined. */
export function toTopic(name: string): Topic | undefined {
  const id = name
    .trim()
    .toLowerCase()
    .replace(/[\s_/]+/g, "-");
  return isTopic(id) ? id : undefined;
}

export function isTopic(id: string): id is Topic {
  return Object.hasOwn(topics, id);
}

import { stem } from "./stem.ts";

/**
 * What people write for the same thing. The first name of a row is the one that all the others get beside
 * their own words; rows are written in plain words, and compared by their stems.
 */
const rows: readonly (readonly string[])[] = [
  [
    "mfa",
    "multi factor",
    "multifactor",
    "two factor",
    "2fa",
    "second factor",
    "authenticator",
    "totp",
    "otp",
  ],
  ["scp", "service control policy", "service control policies"],
  ["rcp", "resource control policy", "resource control policies"],
  ["oidc", "openid connect", "openid", "web identity"],
  ["idp", "identity provider", "okta", "entra", "adfs"],
  ["sts", "security token service", "security token"],
  ["quota", "limit", "maximum", "max", "cap", "ceiling", "upper bound", "at most", "how many"],
  ["slr", "service linked role", "linked role"],
  ["bpa", "block public access", "public access block"],
  ["ou", "organizational unit"],
  ["org", "organization", "organisation", "organizations"],
  ["sso", "identity center", "single sign"],
  ["cmk", "kms key", "customer managed key"],
  ["arn", "amazon resource name", "resource name"],
  ["iam", "identity and access management"],
  ["management account", "master account", "payer account", "payer"],
  ["member account", "child account", "linked account", "sub account"],
  ["boundary", "permissions boundary", "permission boundary", "guardrail"],
  ["expire", "expiry", "expiration", "expires", "lifetime", "ttl", "valid for"],
  ["duration", "how long", "seconds", "hours", "minutes"],
  ["delete", "remove", "drop", "erase", "get rid"],
  ["create", "add", "make", "provision", "set up"],
  [
    "deny",
    "denied",
    "block",
    "forbid",
    "refuse",
    "reject",
    "accessdenied",
    "unauthorized",
    "forbidden",
    "403",
  ],
  ["allow", "permit", "grant"],
  ["wildcard", "star", "asterisk", "glob"],
  ["login", "sign in", "signin", "log in", "logon", "sign on"],
  ["console", "management console", "web console"],
  ["cross account", "another account", "other account", "different account", "third party account"],
  ["region", "eu west", "us east", "us west", "ap southeast", "eu central"],
  ["credential", "access key", "keys", "secret key", "secret access key"],
  ["exception", "error", "fault", "errors", "exceptions"],
  ["rename", "change the name", "new name"],
  ["character", "characters", "chars", "length", "size", "bytes"],
  ["log", "logged", "audit", "trail", "cloudtrail", "event history"],
  ["trust policy", "assume role policy", "assumerolepolicydocument"],
  ["inline policy", "embedded policy"],
  ["condition key", "context key"],
  ["multivalued", "multi valued", "set operator", "forallvalues", "foranyvalue"],
  ["confused deputy", "external id", "externalid", "sts externalid"],
  ["escalation", "escalate", "privesc", "become admin", "administrator"],
  ["tag", "tags", "tagging", "abac", "label"],
  ["session", "sessions", "temporary credentials", "temp creds"],
  ["irsa", "service account", "eks"],
  ["signature", "sigv4", "signing", "sigv4a", "signed"],
  ["throttle", "throttled", "rate exceeded", "rate limit", "requests per second", "tps", "toomanyrequests"],
  ["boto3", "python", "botocore"],
  ["cli", "command line"],
  ["ec2", "instance", "instances", "vm"],
];

/** From a run of stems to the token for what it means. */
export const synonyms: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([name = "", ...others]) => {
    // The sign keeps it apart from every word.
    const meaning = `=${name.replaceAll(" ", "")}`;
    return [name, ...others].map((other): [string, string] => [stems(other), meaning]);
  }),
);

function stems(phrase: string): string {
  return phrase
    .split(" ")
    .map((word) => stem(word))
    .join(" ");
}

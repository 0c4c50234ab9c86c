import type { Fact } from "./fact.ts";

/** More than these few would bury the answer that they stand beside. */
const MAX_FACTS = 6;

/**
 * The facts that speak of an action or condition key in their title, statement or aliases: those that name it in the
 * title first, then those that come to it soonest. `name` is a full name such as `kms:CreateGrant` or
 * `aws:RequestTag/${TagKey}`, in any case; it need not exist, because some facts are about names that do not.
 */
export function factsAbout(facts: readonly Fact[], name: string): readonly Fact[] {
  const [, prefix = "", rest = ""] = /^([\w-]{1,64}):([\w.*?-]{1,128})/.exec(name) ?? [];
  if (rest === "") return [];
  const full = wholeName(`${prefix}:${rest}`, "i");
  const bare = isTelling(rest) ? wholeName(rest) : undefined;
  const found = facts.flatMap((fact) => {
    const names = bare !== undefined && speaksOf(fact, prefix) ? [full, bare] : [full];
    const text = [fact.statement, ...fact.aliases].join("\n");
    const inTitle = names.some((each) => each.test(fact.title));
    const places = names.map((each) => text.search(each)).filter((place) => place >= 0);
    return inTitle || places.length > 0 ? [{ fact, inTitle, place: Math.min(...places, text.length) }] : [];
  });
  return found
    .toSorted((a, b) => Number(b.inTitle) - Number(a.inTitle) || a.place - b.place)
    .slice(0, MAX_FACTS)
    .map(({ fact }) => fact);
}

/** A name that is no part of a longer one: `kms:Get` is not in `kms:GetKeyPolicy`, nor `RetireGrant` in `RetireGrants`. */
function wholeName(name: string, flags = ""): RegExp {
  return new RegExp(`(?<![\\w:-])${name.replace(/[.*?-]/g, "\\$&")}(?![\\w*:-])`, flags);
}

/** Without its prefix only a name of two words is told from plain English: `CreateGrant`, not `prefix` or `Encrypt`. */
function isTelling(rest: string): boolean {
  return /^[A-Z][a-z0-9]+[A-Z]/.test(rest);
}

/** The documentation in which the actions of a service are named without their prefix, by the first part of its path. */
const documentedIn: Readonly<Record<string, readonly string[]>> = {
  iam: ["IAM"],
  sts: ["STS", "IAM"],
  "access-analyzer": ["access-analyzer", "IAM"],
  organizations: ["organizations"],
  kms: ["kms"],
  s3: ["AmazonS3"],
  sso: ["singlesignon"],
  cloudtrail: ["awscloudtrail"],
};

function speaksOf(fact: Fact, prefix: string): boolean {
  const folded = prefix.toLowerCase();
  if (folded === "aws") return /\baws:/.test(fact.statement);
  const books = Object.hasOwn(documentedIn, folded) ? documentedIn[folded] : undefined;
  return fact.sources.some(
    ({ role, url }) => role === "primary" && books?.includes(new URL(url).pathname.split("/")[1] ?? ""),
  );
}

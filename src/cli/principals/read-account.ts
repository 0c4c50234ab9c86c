import { open } from "node:fs/promises";
import { z } from "zod";
import type { Policy, PolicyType } from "../../policy/model.ts";
import type { AccountPrincipal } from "../../policy/principal/account-review.ts";
import { readDocument } from "../../policy/principal/read-document.ts";
import { UserError } from "../../user-error.ts";
import { type Item, ItemSplitter } from "./item-splitter.ts";

const Document = z.union([z.string(), z.record(z.string(), z.unknown())]);
const Inline = z.array(z.object({ PolicyName: z.string().optional(), PolicyDocument: Document })).default([]);
const Attached = z.array(z.object({ PolicyArn: z.string() })).default([]);
const Boundary = z.object({ PermissionsBoundaryArn: z.string() }).optional();

const Managed = z.object({
  Arn: z.string(),
  PolicyVersionList: z.array(z.object({ IsDefaultVersion: z.boolean(), Document: Document.optional() })),
});
const Group = z.object({ GroupName: z.string(), GroupPolicyList: Inline, AttachedManagedPolicies: Attached });
const User = z.object({
  Arn: z.string(),
  UserPolicyList: Inline,
  GroupList: z.array(z.string()).default([]),
  AttachedManagedPolicies: Attached,
  PermissionsBoundary: Boundary,
});
const Role = z.object({
  Arn: z.string(),
  AssumeRolePolicyDocument: Document.optional(),
  RolePolicyList: Inline,
  AttachedManagedPolicies: Attached,
  PermissionsBoundary: Boundary,
});

interface SharedPolicies {
  readonly managed: ReadonlyMap<string, Policy>;
  readonly groups: ReadonlyMap<string, readonly Policy[]>;
}

/** What could not be used, for a note beside the answer. */
export interface Gaps {
  /** Attached managed policies whose document is not in the file. */
  readonly missing: Set<string>;
  /** Items that were not of the form that AWS writes. */
  malformed: number;
}

/**
 * The principals in a file that `aws iam get-account-authorization-details` wrote. The file is read twice: its
 * managed policies and groups first, since they stand after the users; then the principals, one at a time.
 */
export async function* readPrincipals(file: string, gaps: Gaps): AsyncIterable<AccountPrincipal> {
  const shared = await readShared(file, gaps);
  for await (const { list, text } of items(file)) {
    const principal =
      list === "UserDetailList"
        ? toUser(text, shared, gaps)
        : list === "RoleDetailList" && toRole(text, shared, gaps);
    if (principal) yield principal;
  }
}

async function readShared(file: string, gaps: Gaps): Promise<SharedPolicies> {
  const managed = new Map<string, Policy>();
  const groupItems: z.infer<typeof Group>[] = [];
  const lists = new Set<string>();
  for await (const { list, text } of items(file)) {
    lists.add(list);
    if (list === "GroupDetailList") groupItems.push(...(parse(Group, text, gaps) ?? []));
    if (list !== "Policies") continue;
    for (const { Arn, PolicyVersionList } of parse(Managed, text, gaps) ?? []) {
      const version = PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion);
      const policy = version?.Document && read(version.Document, "identity");
      if (policy) managed.set(Arn, policy);
    }
  }
  if (!lists.has("UserDetailList") && !lists.has("RoleDetailList"))
    throw new UserError(
      `${file} holds no users or roles. It has to be the JSON of: aws iam get-account-authorization-details`,
    );
  const groups = new Map(
    groupItems.map((group): [string, Policy[]] => [
      group.GroupName,
      identity(group.GroupPolicyList, group.AttachedManagedPolicies, managed, gaps),
    ]),
  );
  return { managed, groups };
}

function toUser(text: string, { managed, groups }: SharedPolicies, gaps: Gaps): AccountPrincipal | undefined {
  const [user] = parse(User, text, gaps) ?? [];
  return (
    user && {
      arn: user.Arn,
      kind: "user",
      identity: [
        ...identity(user.UserPolicyList, user.AttachedManagedPolicies, managed, gaps),
        ...user.GroupList.flatMap((name) => groups.get(name) ?? []),
      ],
      boundary: boundary(user.PermissionsBoundary, managed, gaps),
      trust: undefined,
    }
  );
}

function toRole(text: string, { managed }: SharedPolicies, gaps: Gaps): AccountPrincipal | undefined {
  const [role] = parse(Role, text, gaps) ?? [];
  return (
    role && {
      arn: role.Arn,
      kind: "role",
      identity: identity(role.RolePolicyList, role.AttachedManagedPolicies, managed, gaps),
      boundary: boundary(role.PermissionsBoundary, managed, gaps),
      trust:
        role.AssumeRolePolicyDocument === undefined
          ? undefined
          : read(role.AssumeRolePolicyDocument, "trust"),
    }
  );
}

function identity(
  inline: z.infer<typeof Inline>,
  attached: z.infer<typeof Attached>,
  managed: ReadonlyMap<string, Policy>,
  gaps: Gaps,
): Policy[] {
  const own = inline.flatMap(({ PolicyDocument }) => read(PolicyDocument, "identity") ?? []);
  const others = attached.flatMap(({ PolicyArn }) => managedPolicy(PolicyArn, managed, gaps) ?? []);
  return [...own, ...others];
}

function boundary(
  set: z.infer<typeof Boundary>,
  managed: ReadonlyMap<string, Policy>,
  gaps: Gaps,
): Policy | undefined {
  return set && managedPolicy(set.PermissionsBoundaryArn, managed, gaps);
}

function managedPolicy(arn: string, managed: ReadonlyMap<string, Policy>, gaps: Gaps): Policy | undefined {
  const policy = managed.get(arn);
  if (!policy) gaps.missing.add(arn);
  return policy;
}

function read(document: z.infer<typeof Document>, type: PolicyType): Policy | undefined {
  return readDocument(typeof document === "string" ? document : JSON.stringify(document), type);
}

/** The item in a list of one, or undefined (and counted) if it is not of the form that AWS writes. */
function parse<T extends z.ZodType>(schema: T, text: string, gaps: Gaps): [z.infer<T>] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UserError("The file is not valid JSON.");
  }
  const result = schema.safeParse(json);
  if (result.success) return [result.data];
  gaps.malformed += 1;
  return undefined;
}

async function* items(file: string): AsyncIterable<Item> {
  const splitter = new ItemSplitter();
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(file);
  } catch {
    throw new UserError(`cannot read ${file}.`);
  }
  try {
    for await (const chunk of handle.createReadStream({ encoding: "utf8", highWaterMark: 1 << 20 }))
      yield* splitter.push(String(chunk));
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${file}: ${error.message}.`);
    // A folder can be opened, but not read.
    if (error instanceof Error && "syscall" in error) throw new UserError(`cannot read ${file}.`);
    throw error;
  } finally {
    await handle.close();
  }
  if (!splitter.finished) throw new UserError(`${file} ends too early: it is not complete JSON.`);
}

/** A way from some permissions to more of them, as `knowledge/escalation/<id>.yaml` describes it. */
export interface EscalationPath {
  /** The name of its file. */
  readonly id: string;
  readonly title: string;
  /** Whose rights are gained: one's own grow, another user's or role's are taken over, or a role is used through a service. */
  readonly gain: "self" | "principal" | "role";
  /** All of them are needed. Those on the same type of resource have to reach one and the same resource. */
  readonly requires: readonly Requirement[];
  /** Service principals to which the role is passed; any of them will do. */
  readonly services?: readonly string[] | undefined;
  /** What the permissions allow, in one or two sentences. */
  readonly how: string;
  /** What has to exist outside the policy. */
  readonly prerequisites: readonly string[];
  /** Imperative: the smallest change that closes the path. */
  readonly fix: string;
  /** Of the actions that it requires, the one that is missed least; where nothing is said, iam:PassRole or the first. */
  readonly withdraw?: string | undefined;
  /** Ids in the public catalogue pathfinding.cloud. */
  readonly catalogue: readonly string[];
  readonly references: readonly string[];
  /** Id of the fact that it belongs to. */
  readonly fact: string;
}

export interface Requirement {
  /** Full name, in AWS's spelling. */
  readonly action: string;
  /** Type of resource in the service authorization reference, or `*` for actions that know no resources. */
  readonly on: string;
  /** The path is open only if every resource of that type can be reached: what is gained depends on which one it is. */
  readonly every?: boolean | undefined;
  /** The call in which a passed role is handed to the service. */
  readonly takesRole?: boolean | undefined;
}

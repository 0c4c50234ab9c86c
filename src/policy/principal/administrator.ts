import type { Ask, Permissions } from "../permissions/permissions.ts";

/** Actions of several services that together nobody but an administrator has on everything. */
const probes: readonly Ask[] = [
  { action: "iam:AttachRolePolicy", on: "role" },
  { action: "iam:CreatePolicyVersion", on: "policy" },
  { action: "iam:PutUserPolicy", on: "user" },
  { action: "ec2:TerminateInstances", on: "instance" },
  { action: "kms:ScheduleKeyDeletion", on: "key" },
  { action: "lambda:DeleteFunction", on: "function" },
  { action: "s3:DeleteBucket", on: "bucket" },
  { action: "secretsmanager:GetSecretValue", on: "Secret" },
];

/** Whether a principal may do everything, as far as a few telling actions show, and under no condition. */
export function isAdministrator(permissions: Permissions): boolean {
  return probes.every((ask) =>
    permissions.reach(ask).some(({ every, conditions }) => every && conditions.length === 0),
  );
}

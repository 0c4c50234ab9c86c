// Generated from this folder: `npm run generate`.
import type { Rule } from "../rule.ts";
import createSlrWithNotActionAndNotResource from "./create-slr-with-not-action-and-not-resource.ts";
import createSlrWithNotResource from "./create-slr-with-not-resource.ts";
import createSlrWithStarInActionAndNotResource from "./create-slr-with-star-in-action-and-not-resource.ts";
import createSlrWithStarInActionAndResource from "./create-slr-with-star-in-action-and-resource.ts";
import createSlrWithStarInResource from "./create-slr-with-star-in-resource.ts";
import createSlrWithStarInResourceAndNotAction from "./create-slr-with-star-in-resource-and-not-action.ts";
import equivalentToNullFalse from "./equivalent-to-null-false.ts";
import equivalentToNullTrue from "./equivalent-to-null-true.ts";
import forallvaluesWithSingleValuedKey from "./forallvalues-with-single-valued-key.ts";
import invalidAction from "./invalid-action.ts";
import invalidServicePrincipalFormat from "./invalid-service-principal-format.ts";
import missingQualifier from "./missing-qualifier.ts";
import passRoleWithNotActionAndNotResource from "./pass-role-with-not-action-and-not-resource.ts";
import passRoleWithNotResource from "./pass-role-with-not-resource.ts";
import passRoleWithStarInActionAndNotResource from "./pass-role-with-star-in-action-and-not-resource.ts";
import passRoleWithStarInActionAndResource from "./pass-role-with-star-in-action-and-resource.ts";
import passRoleWithStarInResource from "./pass-role-with-star-in-resource.ts";
import passRoleWithStarInResourceAndNotAction from "./pass-role-with-star-in-resource-and-not-action.ts";
import policySizeExceedsIdentityPolicyQuota from "./policy-size-exceeds-identity-policy-quota.ts";
import policySizeExceedsRcpQuota from "./policy-size-exceeds-rcp-quota.ts";
import policySizeExceedsResourcePolicyQuota from "./policy-size-exceeds-resource-policy-quota.ts";
import policySizeExceedsRoleTrustPolicyQuota from "./policy-size-exceeds-role-trust-policy-quota.ts";
import policySizeExceedsScpQuota from "./policy-size-exceeds-scp-quota.ts";
import redundantAction from "./redundant-action.ts";
import redundantResource from "./redundant-resource.ts";
import stringLikeOperatorWithArnConditionKeys from "./string-like-operator-with-arn-condition-keys.ts";
import typeMismatch from "./type-mismatch.ts";

// biome-ignore format: one line a member merges without conflicts
export const rules: readonly Rule[] = [
  createSlrWithNotActionAndNotResource,
  createSlrWithNotResource,
  createSlrWithStarInActionAndNotResource,
  createSlrWithStarInActionAndResource,
  createSlrWithStarInResource,
  createSlrWithStarInResourceAndNotAction,
  equivalentToNullFalse,
  equivalentToNullTrue,
  forallvaluesWithSingleValuedKey,
  invalidAction,
  invalidServicePrincipalFormat,
  missingQualifier,
  passRoleWithNotActionAndNotResource,
  passRoleWithNotResource,
  passRoleWithStarInActionAndNotResource,
  passRoleWithStarInActionAndResource,
  passRoleWithStarInResource,
  passRoleWithStarInResourceAndNotAction,
  policySizeExceedsIdentityPolicyQuota,
  policySizeExceedsRcpQuota,
  policySizeExceedsResourcePolicyQuota,
  policySizeExceedsRoleTrustPolicyQuota,
  policySizeExceedsScpQuota,
  redundantAction,
  redundantResource,
  stringLikeOperatorWithArnConditionKeys,
  typeMismatch,
];

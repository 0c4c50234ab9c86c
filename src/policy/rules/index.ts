// Generated from this folder: `npm run generate`.
import type { Rule } from "../rule.ts";
import allowNotactionWithUnsupportedTagConditionKeyForService from "./allow-notaction-with-unsupported-tag-condition-key-for-service.ts";
import allowWithUnsupportedTagConditionKeyForService from "./allow-with-unsupported-tag-condition-key-for-service.ts";
import arnAccountNotAllowed from "./arn-account-not-allowed.ts";
import arnRegionNotAllowed from "./arn-region-not-allowed.ts";
import createSlrWithNotActionAndNotResource from "./create-slr-with-not-action-and-not-resource.ts";
import createSlrWithNotResource from "./create-slr-with-not-resource.ts";
import createSlrWithStarInActionAndNotResource from "./create-slr-with-star-in-action-and-not-resource.ts";
import createSlrWithStarInActionAndResource from "./create-slr-with-star-in-action-and-resource.ts";
import createSlrWithStarInResource from "./create-slr-with-star-in-resource.ts";
import createSlrWithStarInResourceAndNotAction from "./create-slr-with-star-in-resource-and-not-action.ts";
import dataTypeMismatch from "./data-type-mismatch.ts";
import denyNotactionWithUnsupportedTagConditionKeyForService from "./deny-notaction-with-unsupported-tag-condition-key-for-service.ts";
import denyWithUnsupportedTagConditionKeyForService from "./deny-with-unsupported-tag-condition-key-for-service.ts";
import duplicateKeysWithDifferentCase from "./duplicate-keys-with-different-case.ts";
import emptyArrayAction from "./empty-array-action.ts";
import emptyArrayCondition from "./empty-array-condition.ts";
import emptyArrayConditionForallvalues from "./empty-array-condition-forallvalues.ts";
import emptyArrayConditionForanyvalue from "./empty-array-condition-foranyvalue.ts";
import emptyArrayConditionIfexists from "./empty-array-condition-ifexists.ts";
import emptyArrayPrincipal from "./empty-array-principal.ts";
import emptyArrayResource from "./empty-array-resource.ts";
import emptyObjectCondition from "./empty-object-condition.ts";
import emptyObjectPrincipal from "./empty-object-principal.ts";
import emptySidValue from "./empty-sid-value.ts";
import equivalentToNullFalse from "./equivalent-to-null-false.ts";
import equivalentToNullTrue from "./equivalent-to-null-true.ts";
import forallvaluesWithSingleValuedKey from "./forallvalues-with-single-valued-key.ts";
import forallvaluesWithoutNullCheck from "./forallvalues-without-null-check.ts";
import iamPolicyManipulation from "./iam-policy-manipulation.ts";
import invalidAction from "./invalid-action.ts";
import invalidArnAccount from "./invalid-arn-account.ts";
import invalidArnPrefix from "./invalid-arn-prefix.ts";
import invalidArnRegion from "./invalid-arn-region.ts";
import invalidArnResource from "./invalid-arn-resource.ts";
import invalidArnServiceCase from "./invalid-arn-service-case.ts";
import invalidEffect from "./invalid-effect.ts";
import invalidGlobalConditionKey from "./invalid-global-condition-key.ts";
import invalidKmsKeyValue from "./invalid-kms-key-value.ts";
import invalidPartition from "./invalid-partition.ts";
import invalidPolicyElement from "./invalid-policy-element.ts";
import invalidRegion from "./invalid-region.ts";
import invalidService from "./invalid-service.ts";
import invalidServiceConditionKey from "./invalid-service-condition-key.ts";
import invalidServiceInAction from "./invalid-service-in-action.ts";
import invalidServicePrincipalFormat from "./invalid-service-principal-format.ts";
import invalidVersion from "./invalid-version.ts";
import irrelevantConditionKeyInPolicy from "./irrelevant-condition-key-in-policy.ts";
import mfaResyncNotaction from "./mfa-resync-notaction.ts";
import missingAction from "./missing-action.ts";
import missingArnAccount from "./missing-arn-account.ts";
import missingArnField from "./missing-arn-field.ts";
import missingArnRegion from "./missing-arn-region.ts";
import missingEffect from "./missing-effect.ts";
import missingPairedConditionKeys from "./missing-paired-condition-keys.ts";
import missingPrincipal from "./missing-principal.ts";
import missingQualifier from "./missing-qualifier.ts";
import missingResource from "./missing-resource.ts";
import missingStatement from "./missing-statement.ts";
import missingVersion from "./missing-version.ts";
import passRolePrivilegeEscalation from "./pass-role-privilege-escalation.ts";
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
import recommendedConditionKeyForServicePrincipal from "./recommended-condition-key-for-service-principal.ts";
import redshiftServerlessTrustPrincipal from "./redshift-serverless-trust-principal.ts";
import redundantAction from "./redundant-action.ts";
import redundantResource from "./redundant-resource.ts";
import redundantStatement from "./redundant-statement.ts";
import resourceMatchesNoActionService from "./resource-matches-no-action-service.ts";
import resourcePolicyNamesIamUser from "./resource-policy-names-iam-user.ts";
import restrictAccessToServicePrincipal from "./restrict-access-to-service-principal.ts";
import stringLikeOperatorWithArnConditionKeys from "./string-like-operator-with-arn-condition-keys.ts";
import typeMismatch from "./type-mismatch.ts";
import uniqueSidsRecommended from "./unique-sids-recommended.ts";
import uniqueSidsRequired from "./unique-sids-required.ts";
import unsupportedActionForConditionKey from "./unsupported-action-for-condition-key.ts";
import unsupportedActionInPolicy from "./unsupported-action-in-policy.ts";
import unsupportedConditionKeyForServicePrincipal from "./unsupported-condition-key-for-service-principal.ts";
import unsupportedElementCombination from "./unsupported-element-combination.ts";
import unsupportedGlobalConditionKey from "./unsupported-global-condition-key.ts";
import unsupportedResourceArnInPolicy from "./unsupported-resource-arn-in-policy.ts";
import unsupportedSid from "./unsupported-sid.ts";
import untrustworthyConditionKey from "./untrustworthy-condition-key.ts";
import useConditionKeyOnlyWithSupportedServices from "./use-condition-key-only-with-supported-services.ts";
import variableUsageTooPermissive from "./variable-usage-too-permissive.ts";
import wildcardInServiceName from "./wildcard-in-service-name.ts";
import wildcardUsageTooPermissive from "./wildcard-usage-too-permissive.ts";
import wildcardWithoutLikeOperator from "./wildcard-without-like-operator.ts";

// biome-ignore format: one line a member merges without conflicts
export const rules: readonly Rule[] = [
  allowNotactionWithUnsupportedTagConditionKeyForService,
  allowWithUnsupportedTagConditionKeyForService,
  arnAccountNotAllowed,
  arnRegionNotAllowed,
  createSlrWithNotActionAndNotResource,
  createSlrWithNotResource,
  createSlrWithStarInActionAndNotResource,
  createSlrWithStarInActionAndResource,
  createSlrWithStarInResource,
  createSlrWithStarInResourceAndNotAction,
  dataTypeMismatch,
  denyNotactionWithUnsupportedTagConditionKeyForService,
  denyWithUnsupportedTagConditionKeyForService,
  duplicateKeysWithDifferentCase,
  emptyArrayAction,
  emptyArrayCondition,
  emptyArrayConditionForallvalues,
  emptyArrayConditionForanyvalue,
  emptyArrayConditionIfexists,
  emptyArrayPrincipal,
  emptyArrayResource,
  emptyObjectCondition,
  emptyObjectPrincipal,
  emptySidValue,
  equivalentToNullFalse,
  equivalentToNullTrue,
  forallvaluesWithSingleValuedKey,
  forallvaluesWithoutNullCheck,
  iamPolicyManipulation,
  invalidAction,
  invalidArnAccount,
  invalidArnPrefix,
  invalidArnRegion,
  invalidArnResource,
  invalidArnServiceCase,
  invalidEffect,
  invalidGlobalConditionKey,
  invalidKmsKeyValue,
  invalidPartition,
  invalidPolicyElement,
  invalidRegion,
  invalidService,
  invalidServiceConditionKey,
  invalidServiceInAction,
  invalidServicePrincipalFormat,
  invalidVersion,
  irrelevantConditionKeyInPolicy,
  mfaResyncNotaction,
  missingAction,
  missingArnAccount,
  missingArnField,
  missingArnRegion,
  missingEffect,
  missingPairedConditionKeys,
  missingPrincipal,
  missingQualifier,
  missingResource,
  missingStatement,
  missingVersion,
  passRolePrivilegeEscalation,
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
  recommendedConditionKeyForServicePrincipal,
  redshiftServerlessTrustPrincipal,
  redundantAction,
  redundantResource,
  redundantStatement,
  resourceMatchesNoActionService,
  resourcePolicyNamesIamUser,
  restrictAccessToServicePrincipal,
  stringLikeOperatorWithArnConditionKeys,
  typeMismatch,
  uniqueSidsRecommended,
  uniqueSidsRequired,
  unsupportedActionForConditionKey,
  unsupportedActionInPolicy,
  unsupportedConditionKeyForServicePrincipal,
  unsupportedElementCombination,
  unsupportedGlobalConditionKey,
  unsupportedResourceArnInPolicy,
  unsupportedSid,
  untrustworthyConditionKey,
  useConditionKeyOnlyWithSupportedServices,
  variableUsageTooPermissive,
  wildcardInServiceName,
  wildcardUsageTooPermissive,
  wildcardWithoutLikeOperator,
];

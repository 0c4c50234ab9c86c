import type { Policy } from "./model.ts";

/** Service prefixes of CloudFormation types that are not simply their second part in lower case. */
const exceptions: Readonly<Record<string, string>> = {
  "AWS::IAM::AssumeRolePolicyDocument": "sts",
  "AWS::S3ObjectLambda::AccessPoint": "s3-object-lambda",
  "AWS::OpenSearchService::Domain": "es",
  "AWS::Elasticsearch::Domain": "es",
  "AWS::ApiGateway::RestApi": "execute-api",
  "AWS::EFS::FileSystem": "elasticfilesystem",
};

/** Prefix of the service whose resource the policy is attached to: `s3` for `AWS::S3::Bucket`. */
export function serviceOfResource({ resourceType }: Policy): string | undefined {
  if (resourceType === undefined) return undefined;
  return Object.hasOwn(exceptions, resourceType)
    ? exceptions[resourceType]
    : /^AWS::(\w+)::\w+$/.exec(resourceType)?.[1]?.toLowerCase();
}

import { expect, test } from "vitest";
import { catalog } from "../support/catalog.ts";

// The table at the head of AWS's page on global condition keys, as seen on 2026-11-24: an unknown one would be
// reported as an error, in a policy that is right.
const documented = {
  "the principal":
    "aws:PrincipalArn aws:PrincipalAccount aws:PrincipalOrgPaths aws:PrincipalOrgID aws:PrincipalTag/team aws:PrincipalIsAWSService aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:PrincipalType aws:userid aws:username",
  "a role session":
    "aws:AssumedRoot aws:FederatedProvider aws:TokenIssueTime aws:SignInSessionArn aws:MultiFactorAuthAge aws:MultiFactorAuthPresent aws:ChatbotSourceArn aws:Ec2InstanceSourceVpc aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIdentity aws:ViaCustomerDomain ec2:RoleDelivery ec2:SourceInstanceArn glue:RoleAssumedBy glue:CredentialIssuingService codebuild:BuildArn codebuild:ProjectArn lambda:SourceFunctionArn ssm:SourceInstanceArn identitystore:UserId",
  "the network":
    "aws:SourceIp aws:SourceVpc aws:SourceVpcArn aws:SourceVpce aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths aws:VpcSourceIp",
  "the resource": "aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths aws:ResourceTag/team",
  "the request":
    "aws:CalledVia aws:CalledViaFirst aws:CalledViaLast aws:CalledViaAWSMCP aws:ViaAWSService aws:ViaAWSMCPService aws:CurrentTime aws:EpochTime aws:referer aws:RequestedRegion aws:RequestTag/team aws:TagKeys aws:SecureTransport aws:SourceAccount aws:SourceArn aws:SourceOrgID aws:SourceOrgPaths aws:UserAgent aws:IsMcpServiceAction",
};

test.each(Object.entries(documented))("every documented key of %s is known, in any case", (_, names) => {
  const unknown = names
    .split(" ")
    .flatMap((name) => [name, name.toLowerCase()])
    .filter((name) => !catalog.conditionKey(name));
  expect(unknown).toEqual([]);
});

test("a key that is not documented is not known", () => {
  expect(catalog.conditionKey("aws:SourceOrganization")).toBeUndefined();
});

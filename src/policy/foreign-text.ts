/** So much of a text is looked at; what kind of document it is shows at its beginning. */
const LOOKED_AT = 20_000;

interface Kind {
  readonly pattern: RegExp;
  readonly advice: string;
}

const kinds: readonly Kind[] = [
  {
    pattern:
      /aws_iam_policy_document|jsonencode\(|\bresource "aws_|<<-?[A-Z]{2,20}\b|^[ \t]{0,40}statement \{/m,
    advice:
      "This is Terraform (HCL), not JSON. Check what Terraform sends: run `terraform show -json` on the plan and hand over the policy from it, or the JSON between the heredoc markers.",
  },
  {
    pattern: /\b(?:new iam\.|iam\.)(?:PolicyStatement|PolicyDocument|ManagedPolicy|Role)\b/,
    advice:
      "This is source code of a CDK app, not JSON. Run `cdk synth` and hand over the policy document from the template.",
  },
  {
    pattern:
      /^[ \t]{0,40}(?:- )?(?:Version|Statement|Effect|Action|PolicyDocument|AssumeRolePolicyDocument|AWSTemplateFormatVersion|Resources|apiVersion): ?|(?:: |- )!(?:Sub|Ref|GetAtt|Join|If|Select)\b/m,
    advice:
      "This is YAML, as in a CloudFormation or SAM template, not JSON. Turn the policy document into JSON, with the intrinsic functions (!Sub, !Ref …) replaced by the values they stand for.",
  },
];

/** What to do with a text that is no JSON but another way of writing policies, if it is one that we know. */
export function foreignTextAdvice(text: string): string | undefined {
  const start = text.search(/\S/);
  if (start === -1) return "Nothing came: hand over the text of the policy document.";
  if (text[start] === "{" || text[start] === "[") return undefined;
  const head = text.slice(start, start + LOOKED_AT);
  return kinds.find(({ pattern }) => pattern.test(head))?.advice;
}

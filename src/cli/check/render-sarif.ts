import type { Finding, FindingType } from "../../policy/finding.ts";
import { learnMoreLink, type Rule } from "../../policy/rule.ts";
import type { Checked } from "./checked.ts";

const levels: Readonly<Record<FindingType, "error" | "warning" | "note">> = {
  ERROR: "error",
  SECURITY_WARNING: "warning",
  WARNING: "warning",
  SUGGESTION: "note",
};

/** Code scanning services sort by this number: 7 and above is high, 4 and above medium. */
const severities: Readonly<Partial<Record<FindingType, string>>> = { SECURITY_WARNING: "7.0" };

/** The findings as SARIF 2.1.0, which code scanning services and editors read. */
export function renderSarif(checked: readonly Checked[], rules: readonly Rule[], version: string): string {
  const used = new Set(checked.flatMap(({ report }) => report.findings.map(({ issueCode }) => issueCode)));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "iam-pitfalls-mcp",
            informationUri: "https://www.npmjs.com/package/iam-pitfalls-mcp",
            version,
            rules: rules.filter(({ issueCode }) => used.has(issueCode)).map(describeRule),
          },
        },
        columnKind: "utf16CodeUnits",
        results: checked.flatMap(({ file, part, report }) =>
          report.findings.map((finding) => describeFinding(finding, file, part)),
        ),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function describeRule({ issueCode, title, why, fix, findingType, origin }: Rule) {
  const severity = severities[findingType];
  return {
    id: issueCode,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: fix },
    ...(origin === "access-analyzer" && { helpUri: learnMoreLink(findingType, issueCode) }),
    defaultConfiguration: { level: levels[findingType] },
    properties: {
      tags: ["security", "aws", "iam"],
      ...(severity !== undefined && { "security-severity": severity }),
    },
  };
}

function describeFinding(finding: Finding, file: string, part: string | undefined) {
  const { issueCode, findingType, findingDetails, fix, locations, facts } = finding;
  return {
    ruleId: issueCode,
    level: levels[findingType],
    message: { text: `${findingDetails} ${fix}` },
    locations: locations.map(({ span: { start, end } }) => ({
      physicalLocation: {
        artifactLocation: { uri: file === "-" ? "stdin" : encodeURI(file.replaceAll("\\", "/")) },
        // A part of a file has positions of its own, which would point at the wrong lines of the file.
        ...(part === undefined && {
          region: {
            startLine: start.line,
            startColumn: start.column + 1,
            endLine: end.line,
            endColumn: end.column + 1,
          },
        }),
      },
      ...(part !== undefined && { logicalLocations: [{ fullyQualifiedName: part }] }),
    })),
    partialFingerprints: { "iamPitfalls/v1": fingerprint(finding, file, part) },
    properties: { findingType, facts },
  };
}

/** What stays the same when lines move: the file, the code and the path in the document. */
export function fingerprint(
  { issueCode, locations }: Finding,
  file: string,
  part: string | undefined,
): string {
  const path = locations[0]?.path.map((step) => Object.values(step).map(String).join("-")).join("/") ?? "";
  return [file, part ?? "", issueCode, path].join("|");
}

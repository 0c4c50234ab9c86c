import { splitFields } from "../arn.ts";
import { isDate, isEpoch } from "../dates.ts";
import { globMatches } from "../glob.ts";
import { type IpRange, networkAddress, parseIpRange } from "../ip-range.ts";
import type { Verdict } from "../permissions/context.ts";
import { plain } from "./expand.ts";

/** Whether a value of the request matches a value of the policy, by the positive form of an operator. */
type Comparison = (wanted: string, found: string) => Verdict;

/** Those of the text operators get patterns as `expand` makes them: `StringEquals` knows no wildcards in them. */
export const comparisons: Readonly<Record<string, Comparison | undefined>> = {
  StringEquals: (wanted, found) => verdict(plain(wanted) === plain(found)),
  StringEqualsIgnoreCase: (wanted, found) =>
    verdict(plain(wanted).toLowerCase() === plain(found).toLowerCase()),
  StringLike: (wanted, found) => verdict(globMatches(wanted, plain(found))),
  ArnEquals: compareArns,
  ArnLike: compareArns,
  NumericEquals: numeric((order) => order === 0),
  NumericLessThan: numeric((order) => order < 0),
  NumericLessThanEquals: numeric((order) => order <= 0),
  NumericGreaterThan: numeric((order) => order > 0),
  NumericGreaterThanEquals: numeric((order) => order >= 0),
  DateEquals: dates((order) => order === 0),
  DateLessThan: dates((order) => order < 0),
  DateLessThanEquals: dates((order) => order <= 0),
  DateGreaterThan: dates((order) => order > 0),
  DateGreaterThanEquals: dates((order) => order >= 0),
  Bool: compareBooleans,
  BinaryEquals: (wanted, found) => verdict(wanted === found),
  IpAddress: compareAddresses,
};

function verdict(value: boolean): Verdict {
  return value ? "yes" : "no";
}

/** Part by part; what is no ARN does not match one, and of a pattern that is none nothing is documented. */
function compareArns(wanted: string, found: string): Verdict {
  const [pattern, arn] = [sixParts(wanted), sixParts(found)];
  if (!pattern) return wanted === found ? "yes" : "unknown";
  if (!arn) return "no";
  return verdict(pattern.every((part, index) => globMatches(part, plain(arn[index] ?? ""))));
}

function sixParts(text: string): readonly string[] | undefined {
  const fields = splitFields(text);
  return fields.length < 6 ? undefined : [...fields.slice(0, 5), fields.slice(5).join(":")];
}

/** A date is no number and the other way round: how IAM reads what is neither is not documented. */
function numeric(holds: (order: number) => boolean): Comparison {
  return (wanted, found) => {
    if (!NUMBER.test(wanted) || !NUMBER.test(found)) return "unknown";
    return verdict(holds(Math.sign(Number(found) - Number(wanted))));
  };
}

/** As many digits as a number keeps exactly. */
const NUMBER = /^[+-]?(?:\d{1,15}|\d{1,10}\.\d{1,5})$/;

function dates(holds: (order: number) => boolean): Comparison {
  return (wanted, found) => {
    const [limit, time] = [milliseconds(wanted), milliseconds(found)];
    if (limit === undefined || time === undefined) return "unknown";
    return verdict(holds(Math.sign(time - limit)));
  };
}

/** A time needs its zone. */
const WITHOUT_ZONE = /T.*\d$/i;
const ZONE = /[+-]\d{2}:?\d{2}$/;

function milliseconds(text: string): number | undefined {
  if (isEpoch(text) && text.length > 4) return Number(text) * 1000;
  if (!isDate(text) || (WITHOUT_ZONE.test(text) && !ZONE.test(text))) return undefined;
  return Date.parse(text.toUpperCase());
}

function compareBooleans(wanted: string, found: string): Verdict {
  const [a, b] = [wanted.toLowerCase(), found.toLowerCase()];
  return isBoolean(a) && isBoolean(b) ? verdict(a === b) : "unknown";
}

function isBoolean(text: string): boolean {
  return text === "true" || text === "false";
}

function compareAddresses(wanted: string, found: string): Verdict {
  const [range, address] = [parseIpRange(wanted), parseIpRange(found)];
  if (!range || !address || found.includes("/")) return "unknown";
  return verdict(contains(range, address));
}

function contains(range: IpRange, { bits, address }: IpRange): boolean {
  return range.bits === bits && networkAddress(range) === networkAddress({ ...range, address });
}

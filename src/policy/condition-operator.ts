/** The kind of value an operator compares. `any` is Null, which only asks whether the key is there. */
export type OperatorFamily = "String" | "Numeric" | "Date" | "Bool" | "Binary" | "IpAddress" | "Arn" | "any";

/** A condition operator taken apart, `ForAllValues:StringEqualsIfExists` for example. */
export interface Operator {
  /** As written. */
  readonly text: string;
  readonly qualifier: "ForAllValues" | "ForAnyValue" | undefined;
  /** In IAM's spelling (`StringEquals`), or as written if IAM has no such operator. */
  readonly base: string;
  readonly ifExists: boolean;
  /** Undefined if IAM has no such operator. */
  readonly family: OperatorFamily | undefined;
  /** StringNotEquals and its like: true when the value does not match, and when the key is missing. */
  readonly negated: boolean;
}

const families: Readonly<Record<string, OperatorFamily>> = {
  StringEquals: "String",
  StringNotEquals: "String",
  StringEqualsIgnoreCase: "String",
  StringNotEqualsIgnoreCase: "String",
  StringLike: "String",
  StringNotLike: "String",
  NumericEquals: "Numeric",
  NumericNotEquals: "Numeric",
  NumericLessThan: "Numeric",
  NumericLessThanEquals: "Numeric",
  NumericGreaterThan: "Numeric",
  NumericGreaterThanEquals: "Numeric",
  DateEquals: "Date",
  DateNotEquals: "Date",
  DateLessThan: "Date",
  DateLessThanEquals: "Date",
  DateGreaterThan: "Date",
  DateGreaterThanEquals: "Date",
  Bool: "Bool",
  BinaryEquals: "Binary",
  IpAddress: "IpAddress",
  NotIpAddress: "IpAddress",
  ArnEquals: "Arn",
  ArnLike: "Arn",
  ArnNotEquals: "Arn",
  ArnNotLike: "Arn",
  Null: "any",
};

/** The operators in IAM's spelling, without qualifier and IfExists. */
export const operatorNames: readonly string[] = Object.keys(families);

const spelling = new Map(Object.keys(families).map((name) => [name.toLowerCase(), name]));

const qualifiers = ["ForAllValues", "ForAnyValue"] as const;

const SHAPE = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]{1,40}?)(IfExists)?$/i;

/** Operators are matched without regard to case, as IAM does. */
export function parseOperator(text: string): Operator {
  const [, set = "", written = text, suffix] = SHAPE.exec(text) ?? [];
  const base = spelling.get(written.toLowerCase()) ?? written;
  return {
    text,
    qualifier: qualifiers.find((name) => name.toLowerCase() === set.toLowerCase()),
    base,
    ifExists: suffix !== undefined,
    family: Object.hasOwn(families, base) ? families[base] : undefined,
    negated: /Not/.test(base) && base !== "Null",
  };
}

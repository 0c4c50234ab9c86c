import * as z from "zod";
import type { Topic } from "./topics.ts";

/** Ids are kebab-case and flat: an id has one meaning for ever, whatever folder its file moves to. */
export const factId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be kebab-case, like sts-role-chaining-one-hour");

const day = z
  .string()
  .regex(/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "must be a day, YYYY-MM-DD");
const line = (max: number) => z.string().trim().min(3).max(max);

/** A term is a run of words that stands in the section; a single common word would prove nothing. */
const evidenceTerm = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((term) => term.split(/\s+/).length <= 10, "must have at most 10 words: a term, not a quotation");

const Source = z.strictObject({
  url: z
    .url({ protocol: /^https$/ })
    .refine((url) => !url.includes("#"), "must have no #fragment: put it into `anchor`"),
  title: line(160).optional(),
  section: line(200).optional().describe("Heading of the section that carries the evidence"),
  anchor: z
    .string()
    .regex(/^[^#\s]{1,200}$/)
    .optional()
    .describe("id of that section on the page, without #"),
  role: z
    .enum(["primary", "secondary"])
    .default("primary")
    .describe("Only primary sources decide whether a fact is supported; secondary ones inform"),
  seenOn: day.describe("Day on which the newest copy that could be had was read"),
  mustMention: z
    .array(evidenceTerm)
    .min(1)
    .max(8)
    .describe("Short terms that stand in that section and carry the claim"),
  absent: z.array(evidenceTerm).optional().describe("Terms whose appearance would refute the claim"),
  hash: z
    .string()
    .regex(/^t1:[0-9a-f]{16}$/, "must be a fingerprint as the verification reports it, t1: and 16 hex digits")
    .optional()
    .describe(
      "Fingerprint of the section when the fact was verified: another one says that it has been edited",
    ),
});

/** What a person writes at the head of `knowledge/facts/<topic>/<id>.md`. */
export const FactHead = z.strictObject({
  title: line(100),
  statement: line(400).describe("The claim, complete on its own"),
  misconception: line(400).describe("What an agent says who gets it wrong"),
  status: z
    .enum(["confirmed", "nuanced", "changed", "unconfirmed"])
    .describe(
      "confirmed: the page says so; nuanced: with a condition that the statement or notes name; changed: older documentation said otherwise; unconfirmed: no official page could be found",
    ),
  changed: z
    .strictObject({
      before: line(300).describe("What older documentation said"),
      since: z
        .string()
        .regex(/^20\d\d(?:-\d\d(?:-\d\d)?)?$/)
        .optional()
        .describe("Year, month or day of the change, as far as known"),
    })
    .optional(),
  sources: z.array(Source).min(1).max(5),
  aliases: z.array(line(80)).max(16).default([]).describe("Other names of the thing, abbreviations"),
  questions: z.array(line(200)).min(2).max(14).describe("Questions that this fact answers"),
  symptoms: z
    .array(line(240))
    .max(10)
    .default([])
    .describe("What somebody sees who has the problem: error messages, surprises"),
  related: z.array(factId).max(8).default([]),
  notes: line(800).optional().describe("Limits of the evidence, contradictions between pages"),
});

export type FactHead = z.infer<typeof FactHead>;
export type FactSource = z.infer<typeof Source>;

/** A fact as the program uses it: the head, the Markdown body, and what follows from the file's place. */
export interface Fact extends FactHead {
  readonly id: string;
  readonly topic: Topic;
  /** The body of the file: Markdown. */
  readonly details: string;
  /** The oldest day on which one of its primary sources was seen, YYYY-MM-DD. */
  readonly verifiedOn: string;
  /** Set when the fact comes from a team's own folder. */
  readonly team?: true;
}

export function factUri(id: string): string {
  return `iam-pitfalls://facts/${id}`;
}

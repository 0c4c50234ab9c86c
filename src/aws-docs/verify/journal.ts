import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Verification } from "./verification.ts";
import type { VerifiableFact } from "./verify-fact.ts";

/** What earlier runs found out, so that an interrupted run over many facts goes on where it was. */
export interface Journal {
  /** The result for this very fact, its sources unchanged; undefined when there is none. */
  read(fact: VerifiableFact): Promise<Verification | undefined>;
  /** Failing to write costs a repeated check, nothing else. */
  write(fact: VerifiableFact, verification: Verification): Promise<void>;
}

const names = z.array(z.string());
const flag = z.literal(true).exactOptional();
const Recorded = z.object({
  id: z.string(),
  status: z.enum(["supported", "drifted", "unreachable"]),
  checkedAt: z.iso.datetime(),
  changed: flag,
  moved: flag,
  sources: z.array(
    z.object({
      url: z.string(),
      status: z.enum(["supported", "drifted", "unreachable"]),
      role: z.enum(["primary", "secondary"]),
      section: z.string().exactOptional(),
      anchor: z.string().exactOptional(),
      found: names,
      missing: names,
      refuting: names.exactOptional(),
      passage: z.string().exactOptional(),
      link: z.string().exactOptional(),
      finalUrl: z.string().exactOptional(),
      moved: flag,
      changed: flag,
      hash: z.string().exactOptional(),
      notes: names.exactOptional(),
    }),
  ),
});

/** One small file per fact below `folder`; `namespace` sets a mirror's results apart. */
export function createJournal(folder: string, namespace: string): Journal {
  const results = join(folder, "verified-v1");
  const fileOf = ({ id, sources }: VerifiableFact) => {
    const key = createHash("sha256")
      .update(JSON.stringify([namespace, id, sources]))
      .digest("hex");
    return join(results, `${key.slice(0, 40)}.json`);
  };
  return {
    async read(fact) {
      try {
        return Recorded.parse(JSON.parse(await readFile(fileOf(fact), "utf8")));
      } catch {
        return undefined;
      }
    },
    async write(fact, verification) {
      const file = fileOf(fact);
      const temporary = `${file}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
      try {
        await mkdir(results, { recursive: true, mode: 0o700 });
        await writeFile(temporary, JSON.stringify(verification), { flag: "wx", mode: 0o600 });
        await rename(temporary, file);
      } catch {
        await rm(temporary, { force: true }).catch(() => {});
      }
    },
  };
}

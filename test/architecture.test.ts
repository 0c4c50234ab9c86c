import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { importTable } from "./support/import-table.ts";

const src = join(import.meta.dirname, "../src");

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

/** Static and dynamic imports, types included: a type ties two folders together as a value does. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), "utf8");
  const folder = file.includes("/") ? (file.split("/")[0] ?? ".") : ".";
  return [...text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*"([^"$]+)"/gm)].map(([, target = ""]) => ({
    file,
    folder,
    target: target.startsWith(".") ? relative(src, join(src, dirname(file), target)) : target,
  }));
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const imports = files.flatMap(importsOf);

test("every folder of src has a row in the import table", () => {
  const folders = new Set(files.map((file) => (file.includes("/") ? file.split("/")[0] : ".")));
  expect([...folders].sort()).toEqual(Object.keys(importTable).sort());
});

test("a folder imports only what its row allows", () => {
  const forbidden = imports.filter(({ folder, target }) => {
    const row = importTable[folder];
    if (!row) return true;
    if (!target.endsWith(".ts"))
      return !row.packages.some((name) => target === name || target.startsWith(`${name}/`));
    const targetFolder = target.includes("/") ? (target.split("/")[0] ?? ".") : ".";
    if (targetFolder === folder) return false;
    return !row.folders.some((allowed) => allowed === targetFolder || allowed === target);
  });
  expect(forbidden.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test("the table allows nothing that nobody uses", () => {
  const unused = Object.entries(importTable).flatMap(([folder, row]) =>
    [...row.folders, ...row.packages]
      .filter(
        (allowed) =>
          !imports.some(
            ({ folder: from, target }) =>
              from === folder &&
              (target === allowed ||
                target.startsWith(`${allowed}/`) ||
                (allowed === "." && !target.includes("/"))),
          ),
      )
      .map((allowed) => `${folder}: ${allowed}`),
  );
  expect(unused).toEqual([]);
});

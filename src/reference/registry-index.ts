/** The `index.ts` of a folder in which every file is one member of a list. */
export function registryIndex(
  files: readonly string[],
  list: { readonly name: string; readonly type: string; readonly typeFrom: string },
): string {
  const names = files
    .filter((file) => file.endsWith(".ts") && file !== "index.ts")
    .map((file) => file.slice(0, -3))
    .sort();
  const imports = names.map((name) => `import ${camel(name)} from "./${name}.ts";`);
  const members = names.map((name) => `  ${camel(name)},`);
  return [
    "// Generated from this folder: `npm run generate`.",
    `import type { ${list.type} } from "${list.typeFrom}";`,
    ...imports,
    "",
    "// biome-ignore format: one line a member merges without conflicts",
    `export const ${list.name}: readonly ${list.type}[] = [`,
    ...members,
    "];",
    "",
  ].join("\n");
}

function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

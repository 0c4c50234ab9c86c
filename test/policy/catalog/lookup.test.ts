import { expect, test } from "vitest";
import { lookup } from "../../../src/policy/catalog/lookup.ts";
import { catalog } from "../../support/catalog.ts";

// Every tool result stays below 20,000 characters; the server adds a reference and a date.
const length = (name: string) => JSON.stringify(lookup(catalog, name)).length;

test("whatever service, action or wildcard is asked for, the answer stays short", () => {
  const services = catalog.servicePrefixes;
  const actions = catalog.matchActions("*:*").map(({ service, name }) => `${service}:${name}`);
  expect(services.length).toBeGreaterThan(300);
  expect(actions.length).toBeGreaterThan(15_000);
  const names = [...services, ...services.map((prefix) => `${prefix}:*`), ...actions, "*:*", "*:*e*"];
  expect(names.filter((name) => length(name) > 19_000)).toEqual([]);
});

test("a service with more resource types than are listed says how many it has", () => {
  const { details } = lookup(catalog, "ec2");
  expect(details?.resourceTypeCount).toBeGreaterThan(100);
  expect(details?.resourceTypes?.length).toBe(80);
});

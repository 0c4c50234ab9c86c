import { expect, test } from "vitest";
import { refuse } from "../../../src/server/http/guard.ts";

const hostNames = ["iam.example.com"];

test.each([
  ["an address", { host: "127.0.0.1:3000" }],
  ["an address of IPv6", { host: "[::1]:3000" }],
  ["localhost", { host: "LOCALHOST:3000" }],
  ["a name that is served", { host: "iam.example.com" }],
  ["a page of the same host", { host: "10.0.0.7:3000", origin: "http://10.0.0.7:3000" }],
  ["a local page", { host: "localhost:3000", origin: "http://localhost:6274" }],
])("answers %s", (_, headers) => {
  expect(refuse(headers, { hostNames, tokens: [] })).toBeUndefined();
});

test.each([
  ["a rebound name", { host: "attacker.example" }],
  ["a name that looks like localhost", { host: "localhost.attacker.example" }],
  ["a name that looks like an address", { host: "127.attacker.example" }],
  ["no host", {}],
  ["a page elsewhere", { host: "127.0.0.1:3000", origin: "https://attacker.example" }],
  ["a page on another address", { host: "127.0.0.1:3000", origin: "http://203.0.113.7" }],
  ["a page without origin", { host: "127.0.0.1:3000", origin: "null" }],
  ["an origin of a file", { host: "127.0.0.1:3000", origin: "file://localhost" }],
])("refuses %s", (_, headers) => {
  expect(refuse(headers, { hostNames, tokens: [] })?.status).toBe(403);
});

test.each([
  [undefined, 401],
  ["Bearer wrong", 401],
  ["Bearer ol", 401],
  ["Basic old", 401],
  ["Bearer ", 401],
  ["Bearer old,new", 401],
  ["Bearer old", undefined],
  ["bearer new", undefined],
])("with two tokens, %s gives %s", (authorization, status) => {
  const headers = { host: "localhost", ...(authorization !== undefined && { authorization }) };
  expect(refuse(headers, { hostNames, tokens: ["old", "new"] })?.status).toBe(status);
});

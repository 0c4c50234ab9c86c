import { describe, expect, it } from "vitest";
import { guardedLookup, isPrivateAddress } from "../../../src/aws-docs/http/address-guard.ts";

describe("isPrivateAddress", () => {
  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "fd00:ec2::254",
    "fe80::1",
    "ff02::1",
    "not an address",
    "",
  ])("%j is", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(["52.94.236.248", "172.32.0.1", "192.169.0.1", "11.0.0.1", "2600:9000::1", "::ffff:52.94.236.248"])(
    "%j is not",
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );
});

it.each([{ all: true }, { all: false }])(
  "a name of this machine is not connected to: %j",
  async (options) => {
    const error = await new Promise((resolve) => {
      guardedLookup("localhost", options, resolve);
    });
    expect(error).toMatchObject({ code: "EBLOCKEDADDR" });
  },
);

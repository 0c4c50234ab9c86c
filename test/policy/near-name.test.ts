import { expect, test } from "vitest";
import { hinter } from "../../src/policy/near-name.ts";

test("suggests the name that was probably meant, in any case", () => {
  const hint = hinter(() => ["aws:RequestedRegion", "aws:PrincipalArn"]);
  expect(hint("AWS:RequestRegion")).toBe(" Did you mean aws:RequestedRegion?");
  expect(hint("aws:MFAPresent")).toBe("");
});

test("asks for no names where nothing is suggested, and stops after many texts", () => {
  let asked = 0;
  const hint = hinter(() => {
    asked += 1;
    return ["sqs"];
  });
  expect(asked).toBe(0);
  const answers = Array.from({ length: 25 }, () => hint("sqz"));
  expect(asked).toBe(1);
  expect(answers.filter((answer) => answer !== "")).toHaveLength(20);
});

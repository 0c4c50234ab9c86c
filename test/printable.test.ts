import { styleText } from "node:util";
import { describe, expect, test } from "vitest";
import { printable } from "../src/printable.ts";

describe("printable", () => {
  test.each([
    { name: "a colour of ours", text: "\u001b[31mERROR\u001b[39m" },
    { name: "bold and dim", text: "\u001b[1mx\u001b[22m \u001b[2my\u001b[22m" },
    { name: "line breaks and tabs", text: "a\n\tb\r\nc" },
    { name: "letters of any script", text: "é 漢字 🙂 \u00a0" },
  ])("keeps $name", ({ text }) => {
    expect(printable(text)).toBe(text);
  });

  test.each([
    { name: "a cleared screen", text: "\u001b[2J", shown: "␛[2J" },
    { name: "a moved cursor", text: "\u001b[1;1H", shown: "␛[1;1H" },
    { name: "hidden text", text: "\u001b[8mx", shown: "␛[8mx" },
    { name: "a window title", text: "\u001b]0;x\u0007", shown: "␛]0;x␇" },
    { name: "a line written over", text: "bad\rgood", shown: "bad␍good" },
    { name: "a character taken back", text: "bad\b\b\b", shown: "bad␈␈␈" },
    { name: "DEL and an eight-bit sequence", text: "\u007f\u009b31m", shown: "␡\ufffd31m" },
  ])("shows $name and does not do it", ({ text, shown }) => {
    expect(printable(text)).toBe(shown);
  });

  test("keeps every style that the commands use", () => {
    for (const format of ["bold", "dim", "red", "green", "yellow", "magenta", "cyan"] as const) {
      const styled = styleText(format, "x", { validateStream: false });
      expect(printable(styled)).toBe(styled);
    }
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Item, ItemSplitter } from "../../src/cli/principals/item-splitter.ts";

function split(text: string, size: number): readonly Item[] {
  const splitter = new ItemSplitter();
  const items: Item[] = [];
  for (let at = 0; at < text.length; at += size) items.push(...splitter.push(text.slice(at, at + size)));
  expect(splitter.finished).toBe(true);
  return items;
}

test("cuts any document of lists into its items, wherever the pieces end", () => {
  const item = fc.dictionary(
    fc.string(),
    fc.oneof(fc.string(), fc.array(fc.string()), fc.constant({ a: [{}] })),
  );
  const lists = fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{1,8}$/), fc.array(item, { maxLength: 3 }));
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 40 }), fc.boolean(), (document, size, pretty) => {
      const items = split(JSON.stringify(document, null, pretty ? 2 : 0), size);
      expect(items.map(({ list, text }) => [list, JSON.parse(text)])).toEqual(
        Object.entries(JSON.parse(JSON.stringify(document))).flatMap(([name, all]) =>
          Array.isArray(all) ? all.map((each) => [name, each]) : [],
        ),
      );
    }),
  );
});

test("refuses an item that is too long to be one", () => {
  const splitter = new ItemSplitter();
  const push = (text: string): unknown[] => [...splitter.push(text)];
  push('{"UserDetailList": [{"UserName": "');
  const megabyte = "x".repeat(1_000_000);
  expect(() => {
    for (let count = 0; count < 30; count += 1) push(megabyte);
  }).toThrow(RangeError);
});

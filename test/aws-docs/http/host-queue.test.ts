import { expect, it } from "vitest";
import { createHostQueue } from "../../../src/aws-docs/http/host-queue.ts";

const never = new AbortController().signal;
const settle = () => new Promise((resolve) => setImmediate(resolve));

function task() {
  let finish = () => {};
  let started = false;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    run: () => {
      started = true;
      return done;
    },
    finish: () => finish(),
    get started() {
      return started;
    },
  };
}

it("lets so many run, and the next in line when one ends, even by failing", async () => {
  const queue = createHostQueue(2);
  const [a, b, c, d] = [task(), task(), task(), task()];
  const failing = queue.run("h", never, async () => {
    await a.run();
    throw new Error("failed");
  });
  const others = [b, c, d].map((each) => queue.run("h", never, each.run));
  await settle();
  expect([a, b, c, d].map(({ started }) => started)).toEqual([true, true, false, false]);
  a.finish();
  await expect(failing).rejects.toThrow("failed");
  await settle();
  expect([c, d].map(({ started }) => started)).toEqual([true, false]);
  for (const each of [b, c, d]) each.finish();
  await Promise.all(others);
});

it("counts each host for itself", async () => {
  const queue = createHostQueue(1);
  const [a, b] = [task(), task()];
  const both = [queue.run("h", never, a.run), queue.run("i", never, b.run)];
  await settle();
  expect(a.started && b.started).toBe(true);
  a.finish();
  b.finish();
  await Promise.all(both);
});

it("takes a cancelled one out of the line", async () => {
  const queue = createHostQueue(1);
  const [a, b, c] = [task(), task(), task()];
  const controller = new AbortController();
  const first = queue.run("h", never, a.run);
  const second = queue.run("h", controller.signal, b.run);
  const third = queue.run("h", never, c.run);
  controller.abort();
  await expect(second).rejects.toThrow();
  a.finish();
  await settle();
  expect([b.started, c.started]).toEqual([false, true]);
  c.finish();
  await Promise.all([first, third]);
  await expect(queue.run("h", AbortSignal.abort(), b.run)).rejects.toThrow();
});

/** Lets at most `places` tasks per host run at once; the others wait in order, or until they are cancelled. */
export function createHostQueue(places: number): HostQueue {
  const hosts = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  async function take(host: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const state = hosts.get(host) ?? { running: 0, waiting: [] };
    hosts.set(host, state);
    if (state.running >= places) {
      const { waiting } = state;
      await new Promise<void>((resolve, reject) => {
        const enter = () => {
          signal.removeEventListener("abort", leave);
          resolve();
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(enter), 1);
          reject(signal.reason);
        };
        waiting.push(enter);
        signal.addEventListener("abort", leave, { once: true });
      });
    } else {
      state.running += 1;
    }
    // A place that is given up goes to the next in line without being counted down in between.
    return () => {
      const next = state.waiting.shift();
      if (next) next();
      else state.running -= 1;
    };
  }

  return {
    async run(host, signal, task) {
      const leave = await take(host, signal);
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}

export interface HostQueue {
  run<T>(host: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
}

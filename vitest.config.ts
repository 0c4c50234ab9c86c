import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Other people's programs, installed apart: `npm run test:outside`.
    exclude: ["test/outside/**"],
    restoreMocks: true,
    testTimeout: 60_000,
    // Two hundred files share two workers: loading the engine anew for each would take most of the time.
    isolate: false,
  },
});

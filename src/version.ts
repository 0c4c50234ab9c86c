import manifest from "../package.json" with { type: "json" };

/** As in package.json; the bundler puts it into the program. */
export const version: string = manifest.version;

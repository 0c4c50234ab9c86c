import { join } from "node:path";

/** How a client reaches the server: the built program as agents launch it, or one that serves HTTP. */
export type Target = { readonly command: string; readonly args: string[] } | { readonly url: string };

export const root = join(import.meta.dirname, "../../..");

export const program: Target = { command: process.execPath, args: [join(root, "dist/main.js")] };

/** What a tool call comes to for whoever uses the client: the words, and whether they are an error. */
export interface CallOutcome {
  readonly text: string;
  readonly isError: boolean;
}

/** Another project's MCP client, reduced to what the tests ask. What a client cannot do is left out. */
export interface RealClient {
  /** Holds arguments against the schema itself, and refuses in its own words. */
  readonly refusesArguments?: true;
  listTools(): Promise<string[]>;
  call(name: string, args: Record<string, unknown>): Promise<CallOutcome>;
  /** The whole answer as JSON text. */
  read(uri: string): Promise<string>;
  listResources(): Promise<string[]>;
  prompt(name: string, args: Record<string, string>): Promise<string>;
  complete?(templateUri: string, argument: string, typed: string): Promise<string[]>;
  close(): Promise<void>;
}

export interface ClientMaker {
  readonly name: string;
  open(target: Target): Promise<RealClient>;
}

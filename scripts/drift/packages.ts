import { existsSync } from "node:fs";
import { join } from "node:path";
import { Catalog } from "../../src/policy/catalog/catalog.ts";
import { compileCatalog } from "../compile-catalog.ts";
import { compileReference } from "../compile-reference.ts";
import type { Packages } from "./prove.ts";
import { SdkClient } from "./sdk-client.ts";

/** The packages as they are installed below `root`; each client is read when it is first asked for. */
export function installedPackages(root: string): Packages {
  const clients = new Map<string, SdkClient | undefined>();
  return {
    sdk: (service) => {
      const manifest = join(root, `node_modules/@aws-sdk/client-${service}/package.json`);
      if (!clients.has(service))
        clients.set(service, existsSync(manifest) ? new SdkClient(manifest) : undefined);
      return clients.get(service);
    },
    catalog: new Catalog(compileCatalog(compileReference(join(root, "knowledge/reference.yaml")))),
  };
}

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv, type AnySchema } from "ajv";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import manifest from "../package.json" with { type: "json" };
import { MAX_POLICY_CHARACTERS } from "../src/policy/policy-size.ts";
import { Metrics } from "../src/server/http/metrics.ts";
import { MAX_BODY_BYTES } from "../src/server/http/read-body.ts";
import { program } from "./support/launch.ts";

// What is deployed says what the program takes: schemas that the tools themselves use, and the program's own help.

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const require = createRequire(import.meta.url);
const schemas = "schemastore/schemas/json";

const help = spawnSync(process.execPath, [program, "--help"], { encoding: "utf8" }).stdout;
const options = new Set(/^ {2}serve (.*)$/m.exec(help)?.[1]?.match(/--[a-z-]+/g));
const variables = new Set(help.match(/IAM_PITFALLS_[A-Z_]+/g));

/** The program's options in a container's arguments. */
function optionsOf(args: readonly string[]): Record<string, string> {
  expect(args[0]).toBe("serve");
  const pairs = args.flatMap((arg, at) => (arg.startsWith("--") ? [[arg, args[at + 1] ?? ""] as const] : []));
  expect(pairs.map(([name]) => name).filter((name) => !options.has(name))).toEqual([]);
  return Object.fromEntries(pairs);
}

function problemsOf(schema: AnySchema, data: unknown): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  const validate = ajv.compile(schema);
  validate(data);
  return validate.errors ?? [];
}

const Probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const Deployment = z.object({
  spec: z.object({
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: z.object({
        automountServiceAccountToken: z.literal(false),
        terminationGracePeriodSeconds: z.number(),
        securityContext: z.object({
          runAsNonRoot: z.literal(true),
          runAsUser: z.number().positive(),
          seccompProfile: z.object({ type: z.literal("RuntimeDefault") }),
        }),
        containers: z.tuple([
          z.object({
            image: z.string(),
            args: z.array(z.string()),
            env: z.array(z.object({ name: z.string(), value: z.string().optional() })),
            ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
            startupProbe: Probe,
            readinessProbe: Probe,
            livenessProbe: Probe,
            resources: z.object({
              requests: z.object({ cpu: z.string(), memory: z.string() }),
              limits: z.object({ memory: z.string() }),
            }),
            securityContext: z.object({
              allowPrivilegeEscalation: z.literal(false),
              privileged: z.literal(false),
              readOnlyRootFilesystem: z.literal(true),
              capabilities: z.object({ drop: z.tuple([z.literal("ALL")]) }),
            }),
            volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
          }),
        ]),
      }),
    }),
  }),
});

describe("Kubernetes", () => {
  const folder = join(root, "deploy/kubernetes");
  const objects = readdirSync(folder).flatMap((file) =>
    parseAllDocuments(readFileSync(join(folder, file), "utf8")).map((document) => {
      expect(document.errors).toEqual([]);
      return z.looseObject({ apiVersion: z.string(), kind: z.string() }).parse(document.toJS());
    }),
  );
  const byKind = (kind: string) => objects.find((object) => object.kind === kind);
  const { spec } = Deployment.parse(byKind("Deployment"));
  const pod = spec.template.spec;
  const [container] = pod.containers;

  // The stored schema is older than two of these versions, whose fields have not changed since.
  const definitions: Record<string, string> = {
    "apps/v1 Deployment": "io.k8s.api.apps.v1.Deployment",
    "v1 Service": "io.k8s.api.core.v1.Service",
    "networking.k8s.io/v1 NetworkPolicy": "io.k8s.api.networking.v1.NetworkPolicy",
    "autoscaling/v2 HorizontalPodAutoscaler": "io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscaler",
    "policy/v1 PodDisruptionBudget": "io.k8s.api.policy.v1beta1.PodDisruptionBudget",
  };

  test.each(objects.map((object) => [`${object.apiVersion} ${object.kind}`, object] as const))(
    "%s fits its schema, and names no field that does not exist",
    (name, object) => {
      const file: unknown = require(`${schemas}/kubernetes-definitions.json`);
      const { definitions: all } = z
        .object({ definitions: z.record(z.string(), z.record(z.string(), z.unknown())) })
        .parse(file);
      const closed = Object.entries(all).map(([key, schema]) => [
        key,
        "properties" in schema ? { ...schema, additionalProperties: false } : schema,
      ]);
      const target = definitions[name] ?? "";
      const schema = {
        definitions: JSON.parse(
          JSON.stringify(Object.fromEntries(closed)).replaceAll(
            /"\$ref":"[^"]*#\/definitions\//g,
            '"$ref":"#/definitions/',
          ),
        ),
        $ref: `#/definitions/${target}`,
      };
      // Newer than the stored schema; its value is tested below.
      const known = JSON.parse(
        JSON.stringify(object, (key, value: unknown) => (key === "seccompProfile" ? undefined : value)),
      );
      expect(target).not.toBe("");
      expect(problemsOf(schema, known)).toEqual([]);
    },
  );

  test("the container runs the program with options, variables and ports that it has", () => {
    const given = optionsOf(container.args);
    expect(container.image).toBe(`ghcr.io/${manifest.mcpName.replace("io.github.", "")}:${manifest.version}`);
    expect(container.ports).toEqual([
      { name: "http", containerPort: Number(given["--port"]) },
      { name: "metrics", containerPort: Number(given["--metrics-port"]) },
    ]);
    expect(given["--host"]).toBe("0.0.0.0");
    expect(container.env.map(({ name }) => name).filter((name) => !variables.has(name))).toEqual([]);
    const cache = container.env.find(({ name }) => name === "IAM_PITFALLS_CACHE_DIR");
    expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toEqual([cache?.value]);
    expect(container.startupProbe.httpGet).toEqual({ path: "/readyz", port: "http" });
    expect(container.readinessProbe.httpGet).toEqual({ path: "/readyz", port: "http" });
    expect(container.livenessProbe.httpGet).toEqual({ path: "/healthz", port: "http" });
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(Number(given["--drain-delay"]) + 25);
  });

  test("everything selects the same pods", () => {
    const labels = spec.template.metadata.labels;
    const selectors = objects.flatMap(
      ({ spec: given }) =>
        z
          .union([
            z.object({ selector: z.object({ matchLabels: z.record(z.string(), z.string()) }) }),
            z.object({ podSelector: z.object({ matchLabels: z.record(z.string(), z.string()) }) }),
          ])
          .safeParse(given).data ?? [],
    );
    const found = selectors.map((one) => ("selector" in one ? one.selector : one.podSelector).matchLabels);
    expect(found).toEqual([labels, labels, labels]);
    expect(byKind("Service")?.["spec"]).toMatchObject({ selector: labels });
    expect(byKind("HorizontalPodAutoscaler")?.["spec"]).toMatchObject({
      scaleTargetRef: { kind: "Deployment", name: "iam-pitfalls-mcp" },
    });
  });
});

describe("compose", () => {
  const file = parse(read("deploy/compose.yaml"), { merge: true });
  const Service = z.object({
    image: z.string(),
    command: z.array(z.string()).optional(),
    environment: z.record(z.string(), z.string()).optional(),
    read_only: z.literal(true),
    cap_drop: z.tuple([z.literal("ALL")]),
    stop_grace_period: z.string().optional(),
    volumes: z.array(z.string()).optional(),
  });
  const { services } = z.object({ services: z.record(z.string(), Service) }).parse(file);
  const replicas = Object.entries(services).filter(([, { command }]) => command !== undefined);

  test("fits the specification's schema", () => {
    const schema: unknown = require(
      `${schemas}/raw.githubusercontent.com/compose-spec/compose-spec/master/schema/compose-spec.json`,
    );
    // Draft 4 calls it `id`; nothing refers to it.
    const rest = JSON.parse(JSON.stringify(schema).replaceAll(/"(id|\$schema)":"[^"]*",/g, ""));
    expect(problemsOf(rest, file)).toEqual([]);
  });

  test("nginx knows every replica at its port, and the files that it is given exist", () => {
    const upstream = [...read("deploy/upstream.conf").matchAll(/^server (\S+) /gm)].map(([, at]) => at);
    const expected = replicas.map(
      ([name, { command = [] }]) => `${name}:${optionsOf(command)["--port"] ?? ""}`,
    );
    expect(upstream).toEqual(expected);
    expect(upstream).toHaveLength(3);
    for (const volume of services["nginx"]?.volumes ?? [])
      expect(existsSync(join(root, "deploy", volume.split(":")[0] ?? "")), volume).toBe(true);
  });

  test("replicas run the program with variables that it has, and have time to stop", () => {
    for (const [, { image, command = [], environment = {}, stop_grace_period }] of replicas) {
      expect(image).toBe(`ghcr.io/iam-pitfalls/iam-pitfalls-mcp:${manifest.version}`);
      expect(Object.keys(environment).filter((name) => !variables.has(name))).toEqual([]);
      expect(Number.parseInt(stop_grace_period ?? "", 10)).toBeGreaterThan(
        Number(optionsOf(command)["--drain-delay"]) + 25,
      );
    }
  });
});

test("nginx takes as large a body as the program, and publishes only what is for clients", () => {
  const text = read("deploy/nginx.conf");
  expect(Number(/client_max_body_size (\d+);/.exec(text)?.[1])).toBe(MAX_BODY_BYTES);
  expect([...text.matchAll(/location (.*) \{/g)].map(([, location]) => location)).toEqual([
    "= /mcp",
    "= /healthz",
    "/",
  ]);
});

test("the page for operators names options, variables, metrics and figures that the program has", async () => {
  const page = read("docs/operations.md");
  const named = (pattern: RegExp) => new Set(page.match(pattern));
  expect([...named(/(?<=`)--[a-z-]+(?=`)/g)].filter((name) => !options.has(name))).toEqual([]);
  expect([...options].filter((name) => !page.includes(`\`${name}\``) && name !== "--http")).toEqual([]);
  expect([...named(/IAM_PITFALLS_[A-Z_]+/g)].filter((name) => !variables.has(name))).toEqual([]);
  const { text } = await new Metrics("0", []).page();
  const metrics = new Set(text.match(/(?<=^# HELP )iam_pitfalls_\w+/gm));
  expect(named(/iam_pitfalls_\w+/g)).toEqual(metrics);
  expect(page).toContain(`${MAX_BODY_BYTES.toLocaleString("en")} bytes`);
  expect(page).toContain(`${MAX_POLICY_CHARACTERS.toLocaleString("en")} characters`);
});

describe("workflows", () => {
  const folder = ".github/workflows";
  const Workflow = z.object({
    permissions: z.record(z.string(), z.string()),
    jobs: z.record(
      z.string(),
      z.object({
        "timeout-minutes": z.number(),
        steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })),
      }),
    ),
  });
  const workflows = readdirSync(join(root, folder)).map((name) => {
    const data: unknown = parse(read(`${folder}/${name}`));
    return { name, data, ...Workflow.parse(data) };
  });
  const schema: AnySchema = require(`${schemas}/github-workflow.json`);

  test.each(workflows)("$name fits GitHub's schema", ({ data }) => {
    expect(problemsOf(schema, data)).toEqual([]);
  });

  test.each(workflows)(
    "$name runs scripts and files that exist, and actions of a fixed version",
    ({ jobs }) => {
      const steps = Object.values(jobs).flatMap((job) => job.steps);
      const runs = steps.map(({ run = "" }) => run).join("\n");
      const scripts = [...runs.matchAll(/\bnpm (?:run )?(?:-s )?([\w:-]+)/g)].map(
        ([, script = ""]) => script,
      );
      const builtIn = ["ci", "publish"];
      expect(scripts.filter((script) => !builtIn.includes(script) && !(script in manifest.scripts))).toEqual(
        [],
      );
      const files = [...runs.matchAll(/\b(?:scripts|bench|test|deploy)\/[\w./-]+/g)].map(([file]) => file);
      expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
      const actions = steps.flatMap(({ uses }) => uses ?? []);
      expect(actions.filter((action) => !/@(v\d+(\.\d+)*|[0-9a-f]{40})$/.test(action))).toEqual([]);
    },
  );

  test("tests run on the oldest Node of `engines` and on 22 and 24", () => {
    const { data } = workflows.find(({ name }) => name === "ci.yml") ?? {};
    const oldest = manifest.engines.node.replace(">=", "");
    expect(data).toMatchObject({
      jobs: { test: { strategy: { matrix: { node: [oldest, "22", "24"] } } } },
    });
  });

  test("only the release may write, and npm is told where the package comes from without a token", () => {
    const release = workflows.find(({ name }) => name === "release.yml");
    expect(release?.permissions).toEqual({ contents: "read" });
    expect(release?.data).toMatchObject({ jobs: { npm: { permissions: { "id-token": "write" } } } });
    expect(read(`${folder}/release.yml`)).toContain("npm publish --provenance");
    expect(read(`${folder}/release.yml`)).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
  });

  test("dependencies are updated: npm, actions, image", () => {
    const data: unknown = parse(read(".github/dependabot.yml"));
    const ecosystems = z
      .object({ updates: z.array(z.object({ "package-ecosystem": z.string() })) })
      .parse(data)
      .updates.map((update) => update["package-ecosystem"]);
    expect(ecosystems).toEqual(["npm", "github-actions", "docker"]);
  });
});

// Stands in for ajv and ajv-formats in the bundle: see `bundle` in build.mjs.
export class Ajv {}
// biome-ignore lint/style/noDefaultExport: ajv-formats has one, and this stands in for it
export default () => {};

import type { jsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/types.js";

/**
 * The SDK builds a JSON Schema validator at every start, only to check answers to elicitation requests.
 * This server never asks for one, so it brings a validator that refuses everything and costs nothing.
 */
export const noValidator: jsonSchemaValidator = {
  getValidator: () => () => ({ valid: false, data: undefined, errorMessage: "not supported by this server" }),
};

import { type PolicyType, policyTypes } from "../../src/policy/model.ts";

export function isPolicyType(name: string): name is PolicyType {
  return policyTypes.some((type) => type === name);
}

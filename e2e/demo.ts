// What the tests know of the running demonstrations, one for each worker: where it is, and a sign-in link for each role.

export const roles = [
  "volunteer",
  "staff",
  "coordinator",
  "leader",
  "voluntary_leader",
  "facilitator",
  "researcher",
  "administrator",
] as const;

export type Role = (typeof roles)[number];

export interface Demo {
  origin: string;
  links: Record<string, string>;
}

/** The environment variable through which the setup hands them to the tests. */
export const kept = "SAMSKAB_E2E_DEMO";

export function demo(): Demo {
  const text = process.env[kept];
  const mine = text && (JSON.parse(text) as Demo[])[Number(process.env["TEST_PARALLEL_INDEX"] ?? 0)];
  if (!mine) throw new Error("the demonstration is not running");
  return mine;
}

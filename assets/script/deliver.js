// Sends what waits. The key each story carries makes the server take it once, however often it comes.
import { REFUSED, WAITING, forget, keep, waitingOf } from "./store.js";

const PATIENCE = 15_000;

/** What became of one: sent, refused (with remarks), signed-out, or later. */
export async function deliver(entry) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(entry.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(entry.fields),
      credentials: "same-origin",
      signal: patience.signal,
    });
    const json = /json/.test(answer.headers.get("Content-Type") ?? "");
    // A portal on somebody's net answers anything with a page of its own.
    if (!json) return { became: "later" };
    const said = await answer.json();
    if (answer.ok && said.address) return { became: "sent", address: said.address };
    if (answer.status === 422) return { became: "refused", remarks: said.remarks ?? [] };
    if (answer.status === 401 || answer.status === 403 || answer.status === 409) return { became: "signed-out" };
    return { became: "later" };
  } catch {
    return { became: "later" };
  } finally {
    clearTimeout(timer);
  }
}

/** Sends what a membership has waiting, one after the other; tells how many came through, and how many wait on. */
export async function deliverAll(membership) {
  let sent = 0;
  let left = 0;
  for (const entry of await waitingOf(membership)) {
    if (entry.state !== WAITING) continue;
    const { became, remarks } = await deliver(entry);
    if (became === "sent") {
      await forget(entry.key);
      sent += 1;
    } else if (became === "refused") {
      await keep({ ...entry, state: REFUSED, remarks });
    } else {
      left += 1;
      if (became === "signed-out") break;
    }
  }
  return { sent, left };
}

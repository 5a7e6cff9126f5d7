// The blank page for telling, kept for when there is no network: one membership's at a time.
export const SHELL = "samskab-shell";
const AT = "/observations/offline?membership=";

async function kept(town) {
  const cache = await caches.open(SHELL);
  const here = (await cache.keys()).filter((request) => new URL(request.url).pathname === town + "/observations/offline");
  return { cache, here };
}

/** Whose page lies here. */
export async function current(town) {
  const { here } = await kept(town);
  return here.length ? new URL(here[0].url).searchParams.get("membership") : null;
}

export async function shellOf(town) {
  const { cache, here } = await kept(town);
  return here.length ? cache.match(here[0]) : undefined;
}

/** Keeps the page of `membership` and nobody else's. */
export async function keepShell(town, membership) {
  const { cache, here } = await kept(town);
  const address = town + AT + membership;
  await Promise.all(here.filter((request) => !request.url.endsWith(address)).map((request) => cache.delete(request)));
  const answer = await fetch(address, { credentials: "same-origin" });
  if (answer.ok && !answer.redirected) await cache.put(address, answer);
}

export async function dropShell(town) {
  const { cache, here } = await kept(town);
  await Promise.all(here.map((request) => cache.delete(request)));
}

// The blank page for telling, kept for when there is no network: one membership's at a time.
export const SHELL = "samskab-shell";
const FRESH = 60 * 60 * 1000;

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

/** Keeps the page of `membership`, made for the files of `version`, and nobody else's. */
export async function keepShell(town, membership, version) {
  const { cache, here } = await kept(town);
  const address = `${town}/observations/offline?${new URLSearchParams({ membership, version })}`;
  const others = here.filter((request) => new URL(request.url).searchParams.get("membership") !== membership);
  await Promise.all(others.map((request) => cache.delete(request)));
  const before = await cache.match(address);
  if (before && Date.now() - Date.parse(before.headers.get("Date")) < FRESH) return;
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return;
  // The whole of it first: a page that is left halfway must not take the one that lies here along.
  const page = new Response(await answer.blob(), { headers: answer.headers });
  await cache.put(address, page);
  const older = here.filter((request) => !others.includes(request) && !request.url.endsWith(address));
  await Promise.all(older.map((request) => cache.delete(request)));
}

export async function dropShell(town) {
  const { cache, here } = await kept(town);
  await Promise.all(here.map((request) => cache.delete(request)));
}

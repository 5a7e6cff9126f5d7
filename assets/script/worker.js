// Stands between the pages of one municipality and the network. It keeps what telling needs without a network, and
// never a page with anybody's words. The server puts SHELL_FILES, TOWN and VERSION before these lines.
import { deliverAll } from "./deliver.js";
import { current, keepShell, shellOf } from "./shell.js";

const { files, town, version } = self.SAMSKAB;
const FILES = `samskab-files-${town}-${version}`;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(files)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(`samskab-files-${town}-`) && name !== FILES;
  const clear = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(clear.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => without(new URL(request.url).pathname)));
  } else if (files.includes(new URL(request.url).pathname)) {
    event.respondWith(caches.match(request).then((found) => found ?? fetch(request)));
  }
});

// Kept by us and not by the page, which may be left before it is done.
self.addEventListener("message", (event) => {
  const membership = event.data?.keep;
  if (typeof membership === "string") event.waitUntil(keepShell(town, membership, version).catch(() => {}));
});

/** What is shown without a network. */
async function without(path) {
  const telling = path === town + "/observations/new" ? await shellOf(town) : undefined;
  return telling ?? (await caches.match(town + "/offline")) ?? Response.error();
}

// The network is back, also after the browser was closed. Thrown at, the browser tries again later.
self.addEventListener("sync", (event) => {
  if (event.tag === "send") event.waitUntil(send());
});

async function send() {
  const membership = await current(town);
  if (!membership) return;
  const { left } = await deliverAll(membership);
  if (left) throw new Error("still waiting");
}

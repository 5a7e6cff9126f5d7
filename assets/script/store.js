// What waits on this phone to be sent, in IndexedDB: shared by the pages and the service worker.
const STORE = "waiting";

export const WAITING = "waiting";
export const REFUSED = "refused";

function open() {
  return new Promise((done, fail) => {
    const request = indexedDB.open("samskab", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

async function run(mode, ask) {
  const database = await open();
  try {
    return await new Promise((done, fail) => {
      const change = database.transaction(STORE, mode);
      const request = ask(change.objectStore(STORE));
      change.oncomplete = () => done(request.result);
      change.onabort = change.onerror = () => fail(change.error);
    });
  } finally {
    database.close();
  }
}

export const keep = (entry) => run("readwrite", (store) => store.put(entry));
export const forget = (key) => run("readwrite", (store) => store.delete(key));
export const find = (key) => run("readonly", (store) => store.get(key));

/** What one membership has lying here, oldest first; nobody sees another's. */
export async function waitingOf(membership) {
  const all = await run("readonly", (store) => store.getAll());
  return all.filter((entry) => entry.membership === membership).sort((a, b) => a.at - b.at);
}

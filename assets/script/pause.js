/** Asks the server once somebody has paused; a newer question ends the older one. Without a network nothing happens. */
export function askAfter(pause, ask) {
  let waiting;
  let asked;
  const now = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      await ask(asked.signal);
    } catch {
      // Without a network one writes on.
    }
  };
  return {
    later: () => {
      clearTimeout(waiting);
      waiting = setTimeout(now, pause);
    },
    never: () => {
      clearTimeout(waiting);
      asked?.abort();
    },
  };
}

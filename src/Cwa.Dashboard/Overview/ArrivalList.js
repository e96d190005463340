const arrivals = document.querySelector("[data-arrivals]");
if (arrivals) follow(arrivals, document.querySelector("[data-live]"));

/** Counts the reports that come while a list is open, and shows them when the reader asks. */
function follow(list, live) {
  const { endpoint, query } = list.dataset;
  const show = document.querySelector("[data-show]");
  const pause = document.querySelector("[data-pause]");
  const told = document.querySelector("[data-told]");
  let after = list.dataset.after;
  let seen = new Set();
  let source, again, heardAt;

  function connect() {
    const address = new URL(endpoint, location);
    address.searchParams.set("query", query);
    address.searchParams.set("variables", JSON.stringify({ after: after || null }));
    source = new EventSource(address);
    source.onopen = () => say("on", "Live");
    source.onerror = lost;
    source.addEventListener("next", arrived);
    // The server ends a stream when it stops, or when a sign-in ends: the next request tells which.
    source.addEventListener("complete", () => (source.close(), lost()));
  }

  function arrived(event) {
    const message = JSON.parse(event.data).data?.monthlyReportSubmitted;
    if (!message || seen.has(message.cursor)) return;
    after = message.cursor;
    seen.add(after);
    offer();
    // Each report moves the number; only the first is announced.
    if (seen.size === 1) told.textContent = "1 new report";
  }

  function offer() {
    show.textContent = `↑ ${seen.size === 1 ? "1 new report" : `${seen.size} new reports`}, show`;
    show.hidden = seen.size === 0;
  }

  // A browser tries again by itself, unless it was refused.
  function lost() {
    const since = heardAt ? ` since ${heardAt}` : "";
    say("lost", `Not updated${since}. Trying again…`);
    if (source.readyState !== EventSource.CLOSED) return;
    clearTimeout(again);
    again = setTimeout(tryAgain, 3000);
  }

  // An EventSource does not tell why it was refused.
  async function tryAgain() {
    const asked = new AbortController();
    const headers = { Accept: "text/event-stream" };
    const { status } = await fetch(source.url, { headers, signal: asked.signal }).catch(() => ({}));
    asked.abort();
    if (!source) return;
    if (status === 401 || status === 403) off("Live updates are off: you were signed out");
    else connect();
  }

  function off(word) {
    clearTimeout(again);
    source?.close();
    source = null;
    say("off", word);
    pause.textContent = "Turn on";
  }

  function say(state, word) {
    if (state === "on") heardAt = clock(Date.now());
    live.dataset.state = state;
    live.lastElementChild.textContent = word;
  }

  show.addEventListener("click", async () => {
    const shown = seen;
    seen = new Set();
    const page = await read(location, (word) => (show.textContent = word), document.querySelector("[data-reading]"));
    if (!page) {
      seen = shown.union(seen);
      show.textContent = "This part could not be read. Try again.";
      return;
    }
    for (const part of document.querySelectorAll("[data-part]")) {
      // A part that could not be read stays as it was.
      const now = page.querySelector(`[data-part="${part.dataset.part}"]`);
      if (now) part.replaceChildren(...now.childNodes);
    }
    offer();
    list.querySelector("a")?.focus();
  });

  pause.addEventListener("click", () => {
    if (source) return off("Live updates are off");
    connect();
    pause.textContent = "Pause";
  });

  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && source && connect());
  live.hidden = pause.hidden = false;
  connect();
}

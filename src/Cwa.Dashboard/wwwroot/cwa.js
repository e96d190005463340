// What HTML cannot do. Every page works without it.

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
    const count = seen.size === 1 ? "1 new report" : `${seen.size} new reports`;
    show.textContent = `↑ ${count}, show`;
    show.hidden = false;
    told.textContent = count;
  }

  // A browser tries again by itself, unless it was refused.
  function lost() {
    const since = heardAt ? ` since ${heardAt}` : "";
    say("lost", `Not updated${since}. Trying again…`);
    if (source.readyState !== EventSource.CLOSED) return;
    clearTimeout(again);
    again = setTimeout(connect, 3000);
  }

  function stop(word) {
    clearTimeout(again);
    source?.close();
    source = null;
    say("off", word);
  }

  function say(state, word) {
    if (state === "on") heardAt = new Date().toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
    live.dataset.state = state;
    live.lastElementChild.textContent = word;
  }

  show.addEventListener("click", async () => {
    const shown = seen;
    seen = new Set();
    const answer = await fetch(location, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok) {
      seen = shown.union(seen);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-part]")) {
      part.replaceChildren(...page.querySelector(`[data-part="${part.dataset.part}"]`).childNodes);
    }
    show.hidden = seen.size === 0;
    list.querySelector("a")?.focus();
  });

  pause.addEventListener("click", () => {
    if (source) stop("Live updates are off");
    else connect();
    pause.textContent = source ? "Pause" : "Turn on";
  });

  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && source && connect());
  live.hidden = pause.hidden = false;
  connect();
}

// What HTML cannot do. Every page works without it.

const arrivals = document.querySelector("[data-arrivals]");
if (arrivals) follow(arrivals, document.querySelector("[data-live]"));
document.querySelectorAll("[data-keys]").forEach(moveByKeys);

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

/**
 * Reads a page; null if it does not come. What takes long is said, and a server that asks for patience is asked once
 * more after it.
 */
async function read(address, say, { dataset }, again = true) {
  const slow = setTimeout(() => say(`Reading ${dataset.reading}…`), 300);
  const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  clearTimeout(slow);
  if (answer?.status === 429 && again) {
    await countDown(Number(answer.headers.get("Retry-After")) || 20, say);
    return read(address, say, { dataset }, false);
  }
  return answer?.ok ? parse(await answer.text()) : null;
}

async function countDown(seconds, say) {
  for (; seconds > 0; seconds--) {
    say(seconds === 1 ? "Please wait 1 second." : `Please wait ${seconds} seconds.`);
    await new Promise((passed) => setTimeout(passed, 1000));
  }
}

/** Makes a map one stop of the Tab key, where arrow keys move from tile to tile. */
function moveByKeys(map) {
  const tiles = [...map.querySelectorAll("a")];
  const places = new Map(
    tiles.map((tile) => [tile, /row-(\d+) column-(\d+)/.exec(tile.parentElement.className).slice(1).map(Number)])
  );
  const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [1, -1], ArrowRight: [1, 1] };
  let current = tiles[0];
  tiles.forEach((tile) => (tile.tabIndex = tile === current ? 0 : -1));
  map.addEventListener("focusin", ({ target }) => {
    current.tabIndex = -1;
    current = target;
    current.tabIndex = 0;
  });
  map.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.key in steps)) return;
    event.preventDefault();
    const [along, way] = steps[event.key];
    const here = places.get(current);
    // Before all others, the next in the same row or column.
    const ahead = (tile) => (places.get(tile)[along] - here[along]) * way;
    const aside = (tile) => Math.abs(places.get(tile)[1 - along] - here[1 - along]);
    const far = (tile) => ahead(tile) + 20 * aside(tile);
    const [next] = tiles.filter((tile) => ahead(tile) > 0).sort((one, other) => far(one) - far(other));
    next?.focus();
  });
}

// Forms are sent without leaving the page, so that nothing that was typed is lost if no answer comes.

const typed = `report:${location.pathname}`;
let busy, checking, checked;

addEventListener("submit", (event) => {
  if (!event.target.matches("form.report")) return;
  event.preventDefault();
  if (!busy) send(event.target, event.submitter);
});

addEventListener("input", ({ target }) => {
  const form = target.closest("form[data-keep]");
  if (!form) return;
  target.dataset.touched = "";
  keep(form);
  clearTimeout(checking);
  checking = setTimeout(check, 700, form);
});

if (document.querySelector("[data-done]")) forget();
else offer(document.querySelector("form[data-keep]"));

async function send(form, button, waits = true) {
  clearTimeout(checking);
  busy = true;
  const answer = await post(form.action, new FormData(form, button));
  busy = false;
  if (answer?.redirected) location.assign(answer.url);
  else if (answer?.ok || answer?.status === 422) show(await answer.text(), button?.value);
  else if (answer?.status === 429 && waits) {
    await countDown(Number(answer.headers.get("Retry-After")) || 20, (word) => tell(form, word));
    await send(form, button, false);
  } else tell(form, ...reasons(answer));
}

function post(address, body) {
  checked?.abort();
  checked = new AbortController();
  const { signal } = checked;
  return fetch(address, { method: "POST", body, headers: { Accept: "text/html" }, signal }).catch(() => null);
}

function reasons(answer) {
  if (answer?.status !== 401)
    return ["Nothing was sent, for the server does not answer. What you typed is still here."];
  const link = document.createElement("a");
  link.href = `/sign-in?returnUrl=${encodeURIComponent(location.pathname)}`;
  link.target = "_blank";
  link.textContent = "Sign in again";
  return ["You were signed out. ", link, ", and what you typed is still here."];
}

/** Says something about a form as a whole. */
function tell(form, ...words) {
  let place = form.querySelector('[data-said="form"]');
  if (!place) {
    place = document.createElement("div");
    place.dataset.said = "form";
    form.prepend(place);
  }
  const problem = document.createElement("p");
  problem.className = "problem";
  problem.role = "alert";
  problem.append(...words);
  place.replaceChildren(problem);
  problem.scrollIntoView({ block: "nearest" });
}

/** Shows the answer in place of the page, and leads to what changed. */
function show(html, deed) {
  const page = parse(html);
  document.title = page.title;
  document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
  const place =
    (deed === "add" && document.querySelector("fieldset:last-of-type input:not([type=hidden])")) ||
    document.querySelector('[aria-invalid="true"], main .problem, main .done') ||
    document.querySelector("h1");
  if (!place.matches("input, select, textarea")) place.tabIndex = -1;
  place.focus();
}

/** Says at each field that was typed in what is wrong with it. Nothing is sent to NPR. */
async function check(form) {
  // A check would break off what is being sent.
  if (busy) return;
  const body = new FormData(form);
  body.set("do", "check");
  const answer = await post(form.action, body);
  if (answer?.status === 401) tell(form, ...reasons(answer));
  if (!answer?.ok || !form.isConnected) return;
  const page = parse(await answer.text());
  for (const field of form.querySelectorAll("[data-touched]")) {
    const now = page.getElementById(field.id);
    const said = document.getElementById(`${field.id}.said`);
    const says = page.getElementById(`${field.id}.said`);
    if (!now || said.textContent === says.textContent) continue;
    said.replaceChildren(...says.childNodes);
    field.ariaInvalid = now.ariaInvalid;
  }
}

function keep(form) {
  const fields = [...new FormData(form)];
  try {
    localStorage.setItem(typed, JSON.stringify({ at: Date.now(), fields }));
    form.querySelector("[data-kept]").textContent = `Kept in this browser at ${clock(Date.now())}`;
  } catch {
    // The browser keeps nothing. The draft on the server remains.
  }
}

function forget() {
  try {
    localStorage.removeItem(typed);
  } catch {
    // Nothing was kept.
  }
}

/** Offers what was typed here before and not sent. */
function offer(form) {
  let kept;
  try {
    kept = form && JSON.parse(localStorage.getItem(typed));
  } catch {
    return;
  }
  if (!kept) return;
  const place = form.querySelector("[data-kept]");
  const body = new FormData();
  for (const [name, value] of kept.fields) body.set(name, value);
  body.set("do", "check");
  place.replaceChildren(
    `What you typed here at ${clock(kept.at)} was not sent. `,
    button("Bring it back", async () => {
      const answer = await post(form.action, body);
      if (answer?.ok) show(await answer.text());
      else tell(form, ...reasons(answer));
    }),
    " ",
    button("Forget it", () => {
      forget();
      place.replaceChildren();
    }),
  );
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "plain";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

/** 8:12 a.m. in Washington */
function clock(instant) {
  const time = { timeZone: "America/New_York", hour: "numeric", minute: "2-digit" };
  const said = new Date(instant).toLocaleTimeString("en-US", time);
  return said.replace(/\s*AM$/, " a.m.").replace(/\s*PM$/, " p.m.");
}

function parse(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

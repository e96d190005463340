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

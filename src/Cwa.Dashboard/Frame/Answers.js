// What HTML cannot do. Every page works without it.

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

/** 8:12 a.m. in Washington */
function clock(instant) {
  const time = { timeZone: "America/New_York", hour: "numeric", minute: "2-digit" };
  const said = new Date(instant).toLocaleTimeString("en-US", time);
  return said.replace(/\s*AM$/, " a.m.").replace(/\s*PM$/, " p.m.");
}

function parse(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

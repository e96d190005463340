// Chromium, and its tabs: what opens pages, presses, types, and tells what went wrong.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until something is true, and says what was expected if it never is. */
export async function until(what, check, patience = 20_000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`It never came: ${what}`);
    await sleep(50);
  }
}

/** Starts Chromium, and ends it when the work is done. */
export async function withChromium(work) {
  const profile = await mkdtemp(join(tmpdir(), 'cwa-pages-'));
  const chromium = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]);
  try {
    const connection = await connect(await addressOf(chromium));
    await work({
      /** A tab; those of one context share their cookies. */
      async tab(origin, context) {
        const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank', browserContextId: context });
        const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
        return await new Tab(connection, sessionId, origin).ready();
      },
      async context() {
        return (await connection.send('Target.createBrowserContext')).browserContextId;
      },
    });
  } finally {
    chromium.kill('SIGKILL');
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

class Tab {
  /** What went wrong: scripts that failed, errors that were logged, requests to elsewhere. */
  seen = [];
  #paused;

  constructor(connection, session, origin) {
    this.send = (method, params) => connection.send(method, params, session);
    this.origin = origin;
    connection.on(session, ({ method, params }) => {
      if (method === 'Fetch.requestPaused') this.#paused(params);
      else if (method === 'Log.entryAdded' && params.entry.level === 'error')
        this.seen.push(`${params.entry.text} ${params.entry.url ?? ''}`);
      else if (method === 'Runtime.exceptionThrown')
        this.seen.push(params.exceptionDetails.exception?.description ?? 'an exception');
      else if (
        method === 'Network.requestWillBeSent' &&
        !/^(data|about):/.test(params.request.url) &&
        !params.request.url.startsWith(origin)
      )
        this.seen.push(`It asks for ${params.request.url}`);
    });
  }

  async ready() {
    for (const domain of ['Page', 'Log', 'Runtime', 'Network']) await this.send(`${domain}.enable`);
    return this;
  }

  /** Sets the screen, or paper. */
  async look({ width, media = '' }) {
    const screen = { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 };
    await this.send('Emulation.setDeviceMetricsOverride', screen);
    await this.send('Emulation.setEmulatedMedia', { media });
  }

  async open(path) {
    await this.#leave(() => this.send('Page.navigate', { url: this.origin + path }));
  }

  async reload() {
    await this.#leave(() => this.send('Page.reload'));
  }

  async back() {
    const { currentIndex, entries } = await this.send('Page.getNavigationHistory');
    const { id: entryId, url } = entries[currentIndex - 1];
    await this.send('Page.navigateToHistoryEntry', { entryId });
    // A page that the browser has kept is not loaded again.
    await this.until('the page before', `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`);
  }

  /** Becomes one of those whom a developer can be on their own machine. */
  async signIn(who) {
    await this.open('/sign-in');
    await this.#leave(() =>
      this.run(`{
        const choice = document.querySelector('[value="${who}"]');
        choice.selected = true;
        choice.form.requestSubmit(choice.matches('button') ? choice : null);
      }`),
    );
  }

  async run(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits for a state of the page. While it changes, there may be nothing to ask. */
  until(what, expression) {
    return until(what, () => this.run(expression).catch(() => false));
  }

  /** Waits until all of the page has come to which something leads. */
  arrive(what, address) {
    return this.until(what, `document.readyState === 'complete' && ${address}`);
  }

  text(selector) {
    return this.run(`document.querySelector(${JSON.stringify(selector)})?.innerText.replace(/\\s+/g, ' ').trim() ?? null`);
  }

  /** Presses a link or a button, with the mouse or with the keyboard. */
  async press(selector, by = 'mouse') {
    const place = await this.run(`{
      const element = document.querySelector(${JSON.stringify(selector)});
      if (!element) throw new Error(${JSON.stringify(`There is no ${selector} on the page.`)});
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      if (${by === 'keyboard'}) {
        if (element.tabIndex < 0) throw new Error(${JSON.stringify(`${selector} cannot be reached by the keyboard.`)});
        element.focus();
      }
      const { x, y, width, height } = element.getClientRects()[0];
      ({ x: x + width / 2, y: y + height / 2 });
    }`);
    if (by === 'keyboard') {
      await this.key('Enter');
    } else {
      const button = { ...place, button: 'left', clickCount: 1 };
      await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
      await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
    }
  }

  /** Presses a key where the focus is. */
  async key(key) {
    const codes = { Enter: 13, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };
    const pressed = { key, code: key, windowsVirtualKeyCode: codes[key] };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...(key === 'Enter' && { text: '\r' }), ...pressed });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed });
  }

  /** Types a text into a field, and chooses from a list. */
  async fill(id, text) {
    await this.run(`{
      const field = document.getElementById(${JSON.stringify(id)});
      if (!field) throw new Error(${JSON.stringify(`There is no field ${id} on the page.`)});
      field.focus();
      if (field.matches('select, [type=date]')) {
        field.value = ${JSON.stringify(text)};
        field.dispatchEvent(new Event('input', { bubbles: true }));
      } else field.select();
    }`);
    if (await this.run(`document.activeElement.matches('input:not([type=date]), textarea')`))
      await this.send('Input.insertText', { text });
  }

  /** Answers the next request that fits as a gateway does that lets nobody through to the server. */
  async refuse(fits, responseCode, headers) {
    const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
    this.#paused = async ({ requestId, request }) => {
      if (!fits(request)) return this.send('Fetch.continueRequest', { requestId });
      await this.send('Fetch.fulfillRequest', { requestId, responseCode, responseHeaders });
      await this.send('Fetch.disable');
    };
    await this.send('Fetch.enable');
  }

  async #leave(deed) {
    await this.run(`window.isLeft = true`);
    await deed();
    await this.until('the next page', `!window.isLeft && document.readyState === 'complete'`);
  }
}

async function connect(address) {
  const socket = new WebSocket(address);
  await new Promise((opened) => socket.on('open', opened));
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  socket.on('message', (text) => {
    const message = JSON.parse(text);
    if (message.id) waiting.get(message.id)(message);
    else listeners.get(message.sessionId)?.(message);
  });
  return {
    on: (session, listener) => listeners.set(session, listener),
    send: (method, params = {}, sessionId) =>
      new Promise((done, fail) => {
        waiting.set(++last, ({ result, error }) => (error ? fail(new Error(`${method}: ${error.message}`)) : done(result)));
        socket.send(JSON.stringify({ id: last, method, params, sessionId }));
      }),
  };
}

function addressOf(browser) {
  return new Promise((found, failed) => {
    let said = '';
    browser.stderr.on('data', (text) => {
      said += text;
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address) found(address);
    });
    browser.on('exit', () => failed(new Error(`Chromium did not start.\n${said}`)));
  });
}

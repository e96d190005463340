// Opens every page in Chromium as NPR, as an agency and as the public, on a wide and a narrow screen and for print.
// A page must have no finding of axe, load nothing from elsewhere, log no error, and not scroll sideways.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';

const origin = process.argv[2] && new URL(process.argv[2]).origin;
if (!origin) {
  console.error('usage: node pages.mjs URL');
  process.exit(2);
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = JSON.stringify({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] });
const readers = { NPR: 'npr-reader', 'an agency': 'agency-SSA', 'the public': 'nobody' };
const screens = [
  { name: 'wide', width: 1280 },
  { name: 'narrow', width: 320 },
  { name: 'print', width: 720, media: 'print' },
];

const profile = await mkdtemp(join(tmpdir(), 'cwa-pages-'));
const chromium = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--remote-debugging-port=0',
  `--user-data-dir=${profile}`,
  'about:blank',
]);
let faults = 0;
let opened = 0;
try {
  const tab = await connect();
  for (const [reader, who] of Object.entries(readers)) {
    await tab.open(`${origin}/sign-in`);
    await tab.run(`{
      const choice = document.querySelector('[value="${who}"]');
      choice.selected = true;
      choice.form.requestSubmit(choice.matches('button') ? choice : null);
    }`, { leaves: true });
    const pages = await tab.run(`[...document.querySelectorAll('.pages a')].map(link => link.getAttribute('href'))`);
    for (const page of [...pages, '/agencies/SSA', '/nothing']) {
      for (const screen of screens) {
        opened++;
        const found = await findings(tab, page, screen);
        console.log(`${found.length ? 'error ' : 'ok    '} ${page}, ${screen.name}, as ${reader}`);
        for (const finding of found) console.log(`       ${finding}`);
        faults += found.length;
      }
    }
  }
} finally {
  chromium.kill('SIGKILL');
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

console.log(`${faults} faults in ${opened} views`);
process.exit(faults === 0 ? 0 : 1);

async function findings(tab, page, { width, media = '' }) {
  tab.seen.length = 0;
  await tab.send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 });
  await tab.send('Emulation.setEmulatedMedia', { media });
  await tab.open(origin + page);
  const wide = await tab.run(`document.documentElement.scrollWidth`);
  await tab.run(`void (() => { ${axe} })()`);
  const { violations } = await tab.run(`axe.run(document, ${rules}).then(({ violations }) => ({ violations:
    violations.map(v => v.id + ': ' + v.help + ' (' + v.nodes.length + ') ' + v.nodes[0].html.slice(0, 150)) }))`);
  return [
    ...violations,
    ...(wide > width ? [`It is ${wide} pixels wide, ${wide - width} too many.`] : []),
    // A page that does not exist is told with its status, which Chromium logs.
    ...tab.seen.filter((said) => page !== '/nothing' || !said.includes('404')),
  ];
}

// A tab that tells what went wrong in it.
async function connect() {
  const port = await portOf(chromium);
  const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const socket = new WebSocket(targets.find((target) => target.type === 'page').webSocketDebuggerUrl);
  await new Promise((opened) => socket.on('open', opened));
  const waiting = new Map();
  const seen = [];
  let loaded;
  socket.on('message', (text) => {
    const { id, result, error, method, params } = JSON.parse(text);
    if (id) waiting.get(id)({ result, error });
    else if (method === 'Page.loadEventFired') loaded?.();
    else if (method === 'Log.entryAdded' && params.entry.level === 'error') seen.push(`${params.entry.text} ${params.entry.url ?? ''}`);
    else if (method === 'Runtime.exceptionThrown') seen.push(params.exceptionDetails.exception?.description ?? 'an exception');
    else if (method === 'Network.requestWillBeSent' && !/^(data|about):/.test(params.request.url) && !params.request.url.startsWith(origin))
      seen.push(`It asks for ${params.request.url}`);
  });
  let last = 0;
  const send = (method, params = {}) =>
    new Promise((done, fail) => {
      waiting.set(++last, ({ result, error }) => (error ? fail(new Error(`${method}: ${error.message}`)) : done(result)));
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  for (const domain of ['Page', 'Log', 'Runtime', 'Network']) await send(`${domain}.enable`);
  return {
    seen,
    send,
    async open(url) {
      const loading = new Promise((done) => (loaded = done));
      await send('Page.navigate', { url });
      await loading;
    },
    async run(expression, { leaves = false } = {}) {
      const loading = leaves && new Promise((done) => (loaded = done));
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      await loading;
      return result.value;
    },
  };
}

function portOf(browser) {
  return new Promise((found, failed) => {
    let said = '';
    browser.stderr.on('data', (text) => {
      said += text;
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1];
      if (port) found(port);
    });
    browser.on('exit', () => failed(new Error(`Chromium did not start.\n${said}`)));
  });
}

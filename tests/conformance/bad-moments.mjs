// Bad moments in Chromium: a gateway that asks for patience, and a database that goes away, under a form and under an
// open page. They are told in plain words, nothing that was typed is lost, and everything works again afterwards. The
// database is on the PostgreSQL server of CWA_TEST_POSTGRES, behind a line that can be cut.
import { spawnSync } from 'node:child_process';
import { withChromium } from './browser.mjs';
import { agency, check, conclude, journey, write } from './journey.mjs';
import { openLine } from './line.mjs';
import { openServer } from './server.mjs';

const given = process.env.CWA_TEST_POSTGRES;
if (!given) {
  console.error('Say where PostgreSQL is, such as CWA_TEST_POSTGRES="Host=127.0.0.1;Username=cwa;Database=postgres".');
  process.exit(2);
}

const postgres = Object.fromEntries(given.split(';').map((part) => part.split('=')));
const line = await openLine(`tcp://${postgres.Host}:${postgres.Port ?? 5432}`);
const { hostname: Host, port: Port } = new URL(line.url);
const Database = `cwa_journeys_${process.pid}`;
const behind = Object.entries({ ...postgres, Host, Port, Database }).map((part) => part.join('=')).join(';');
const countdown = 'Please wait 3 seconds.Please wait 2 seconds.Please wait 1 second.';
const network = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const server = await openServer({ Database__Provider: 'PostgreSql', ConnectionStrings__Cwa: behind });
try {
  await withChromium(async (chromium) => {
    const npr = await chromium.tab(server.origin, await chromium.context());
    const liaison = await chromium.tab(server.origin, await chromium.context());
    await npr.signIn('npr-reviewer');
    await liaison.signIn(`agency-${agency}`);
    for (const width of [1280, 320]) {
      for (const tab of [npr, liaison]) await tab.look({ width });
      await journey(`too many requests under a form, ${width} px`, () => waitWithForm(liaison));
      await journey(`too many requests under an open page, ${width} px`, () => waitWithPage(liaison, npr));
      await journey(`a slow server and live updates that are off, ${width} px`, () => pause(liaison, npr));
      await journey(`the database away under a form and a page, ${width} px`, () => loseDatabase(liaison, npr));
      await liaison.send('Emulation.setScriptExecutionDisabled', { value: true });
      await journey(`the database away without script, ${width} px`, () => loseWithoutScript(liaison));
      await liaison.send('Emulation.setScriptExecutionDisabled', { value: false });
    }
    conclude([npr, liaison], /status of (429|503)/);
  });
} finally {
  await server.close();
  line.close();
  const { Host: host, Port: port = '5432', Username: user, Database: database } = postgres;
  spawnSync('psql', ['-h', host, '-p', port, '-U', user, '-d', database, '-c', `DROP DATABASE ${Database}`]);
}

/** The seconds are counted in words, and the report is sent by itself. */
async function waitWithForm(liaison) {
  await write(liaison);
  await listen(liaison, '[data-said=form]');
  await liaison.refuse(({ postData }) => /name="do"\s+send\s/.test(postData), 429, { 'Retry-After': '3' });
  await send(liaison);
  await liaison.until('the first word', `sessionStorage.heard`);
  await isKept(liaison);
  await isSent(liaison);
  check('the seconds are counted', (await heard(liaison)).includes(countdown));
  check('both events are sent', (await liaison.text('h1')).startsWith('2 events'));
}

/** The same at the button that shows new rows. */
async function waitWithPage(liaison, npr) {
  await follow(npr);
  await write(liaison);
  await send(liaison);
  await isSent(liaison);
  await offers(npr, '1 new report');
  await listen(npr, '[data-show]');
  await npr.refuse(({ url, method }) => method === 'GET' && new URL(url).pathname === '/', 429, { 'Retry-After': '3' });
  await npr.press('[data-show]');
  await npr.until('the row', `document.querySelector('[data-show]').hidden`);
  check('the newest is first', (await npr.text('.arrivals li')).includes('Customs'));
  check('the seconds are counted', (await heard(npr)).includes(countdown));
}

/** What takes long is said. Nothing arrives while the updates are off, and all of it once they are on. */
async function pause(liaison, npr) {
  await follow(npr);
  await npr.press('[data-pause]');
  await says(npr, '[data-live]', 'Live updates are off');
  await write(liaison);
  await send(liaison);
  await isSent(liaison);
  check('nothing is offered', await npr.run(`document.querySelector('[data-show]').hidden`));
  await npr.press('[data-pause]');
  await offers(npr, '1 new report');
  await listen(npr, '[data-show]');
  await npr.send('Network.emulateNetworkConditions', { ...network, latency: 1000 });
  await npr.press('[data-show]');
  await npr.until('the row', `document.querySelector('[data-show]').hidden`);
  await npr.send('Network.emulateNetworkConditions', network);
  check('what takes long is said', (await heard(npr)).startsWith('Reading November 1998…'));
}

/** What is shown stays, and what was typed, and both are up to date once the database is back. */
async function loseDatabase(liaison, npr) {
  await follow(npr);
  await write(liaison);
  await send(liaison);
  await isSent(liaison);
  await offers(npr, '1 new report');
  const shown = await npr.text('.arrivals');
  await write(liaison);
  line.cut();
  await npr.press('[data-show]');
  await says(npr, '[data-show]', 'This part could not be read. Try again.');
  check('the rows stay', (await npr.text('.arrivals')) === shown);
  await send(liaison);
  await says(liaison, '[data-said=form]', 'Nothing was sent');
  await isKept(liaison);
  line.mend();
  await server.ready();
  await send(liaison);
  await isSent(liaison);
  check('both events are sent', (await liaison.text('h1')).startsWith('2 events'));
  await offers(npr, '2 new reports');
  await npr.press('[data-show]');
  await npr.until('the rows', `document.querySelector('[data-show]').hidden`);
  check('the newest are shown', (await npr.text('.arrivals')) !== shown);
}

/** The page that comes keeps what was typed, and sends it again. */
async function loseWithoutScript(liaison) {
  await write(liaison);
  line.cut();
  await send(liaison);
  await says(liaison, 'h1', 'Not updated');
  await isKept(liaison);
  line.mend();
  await server.ready();
  await liaison.press('.deeds button');
  await isSent(liaison);
  check('both events are sent', (await liaison.text('h1')).startsWith('2 events'));
}

async function follow(npr) {
  await npr.open('/');
  await npr.until('Live', `document.querySelector('[data-live]').innerText.trim() === 'Live'`);
}

function says(tab, place, words) {
  return tab.until(words, `document.querySelector('${place}').innerText.trim().startsWith('${words}')`);
}

async function isKept(liaison) {
  const title = await liaison.run(`document.getElementsByName('events.1.title')[0].value`);
  check('the text is still there', title === 'Town hall 2');
}

function offers(npr, words) {
  return npr.until(words, `document.querySelector('[data-show]').innerText.includes('${words}, show')`);
}

function send(liaison) {
  return liaison.press('button[value=send]:not(.unseen)');
}

function isSent(liaison) {
  const isThere = `location.search === '?done=sent' && document.readyState === 'complete'`;
  return liaison.until('the report to be sent', isThere);
}

// Each text that comes at a place, even if the page is left.
function listen(tab, place) {
  return tab.run(`{
    sessionStorage.removeItem('heard');
    const place = document.querySelector('${place}');
    const hear = () => (sessionStorage.heard = (sessionStorage.heard ?? '') + place.textContent.trim());
    void new MutationObserver(hear).observe(place, { childList: true });
  }`);
}

function heard(tab) {
  return tab.run(`sessionStorage.heard`);
}

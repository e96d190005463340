// People at work in Chromium: an analyst, an agency that reports, NPR that decides; with the mouse, with the keyboard and
// without script; on a wide and a narrow screen; signed out in the middle; and while the server is killed.
import { withChromium } from './browser.mjs';
import { agency, check, conclude, journey, write } from './journey.mjs';
import { openServer } from './server.mjs';

// The first pages of a cold server, beside other walks, may take longer than it usually allows.
const server = await openServer({ Limits__ExecutionTime: '00:00:30' });
const { origin } = server;
try {
  await withChromium(async (chromium) => {
    const npr = await chromium.tab(origin, await chromium.context());
    const home = await chromium.context();
    const liaison = await chromium.tab(origin, home);
    const other = await chromium.tab(origin, home);
    await npr.signIn('npr-reviewer');
    await liaison.signIn(`agency-${agency}`);
    for (const width of [1280, 320]) {
      for (const tab of [npr, liaison, other]) await tab.look({ width });
      for (const by of ['mouse', 'keyboard']) {
        const how = `${width} px, by ${by}`;
        await journey(`an analyst finds the overdue and exports, ${how}`, () => analyze(npr, by));
        await journey(`an agency reports, NPR sees it and accepts, ${how}`, () => report(liaison, npr, by));
      }
      await journey(`the map by its keys, ${width} px`, () => walkMap(npr));
      await journey(`a sign-out in the middle of a form, ${width} px`, () => signOut(liaison, other));
      await journey(`what was typed comes back after a reload, ${width} px`, () => bringBack(liaison));
      await journey(`the server is killed under open pages, ${width} px`, () => kill(liaison, npr));
      for (const tab of [npr, liaison]) await tab.send('Emulation.setScriptExecutionDisabled', { value: true });
      await journey(`an analyst without script, ${width} px`, () => analyze(npr, 'mouse'));
      await journey(`an agency reports and NPR accepts without script, ${width} px`, () => decide(liaison, npr));
      for (const tab of [npr, liaison]) await tab.send('Emulation.setScriptExecutionDisabled', { value: false });
    }
    // Answers that are refused on purpose, and a server that is gone.
    conclude(
      [npr, liaison, other],
      /status of (401|422)|net::ERR_(CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING|CONNECTION_RESET|EMPTY_RESPONSE)/,
    );
  });
} finally {
  await server.close();
}

/** The overdue lead to the agency; a list and its file have the same rows; back, reload and the address lead to the same. */
async function analyze(tab, by) {
  await tab.open('/');
  await tab.press('h1 a.wrong', by);
  await tab.arrive('the overdue', `location.search.includes('overdue=true')`);
  const heading = await tab.text('.section .lead');
  const overdue = await tab.text('h1 a.wrong');
  check('the overdue are listed', (await rows(tab)).length === Number(overdue) && heading.startsWith(overdue));
  const address = await tab.run(`location.pathname + location.search`);
  const view = await tab.text('main');
  await tab.press('.report-grid tbody th a', by);
  await tab.arrive('the agency', `location.pathname.startsWith('/agencies/')`);
  check('the agency has a number to call', await tab.run(`!!document.querySelector('main a[href^="tel:"]')`));
  await tab.back();
  check('back leads to the same view', (await tab.text('main')) === view);
  await tab.reload();
  check('a reload gives the same view', (await tab.text('main')) === view);
  await tab.open(address);
  check('the address gives the same view', (await tab.text('main')) === view);
  await tab.open('/reports?month=1998-11&state=ACCEPTED');
  const file = await tab.run(`document.querySelector('a[download]').getAttribute('href')`);
  const csv = await tab.run(`fetch(${JSON.stringify(file)}).then((answer) => answer.text())`);
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  const at = head.split(',').indexOf('agency');
  const listed = (await rows(tab)).sort().join();
  check('the file has the agencies of the page', lines.map((line) => line.split(',')[at]).sort().join() === listed);
}

/** A report arrives at NPR without a reload, NPR accepts it, and the agency sees that. */
async function report(liaison, npr, by) {
  await npr.open('/');
  await npr.until('Live', `document.querySelector('[data-live]').innerText.trim() === 'Live'`);
  const sent = await write(liaison, by);
  await liaison.press('button[value=send]:not(.unseen)', by);
  await liaison.arrive('the report to be sent', `location.search === '?done=sent'`);
  await npr.until('1 new report', `document.querySelector('[data-show]').innerText.includes('1 new report')`);
  await npr.press('[data-show]', by);
  await npr.until('the row', `document.querySelector('.arrivals li').innerText.includes('Customs')`);
  await npr.open(`/report/${agency}/${sent}`);
  await npr.press('button[value=accept]', by);
  await npr.arrive('the decision', `location.search === '?done=accepted'`);
  await liaison.reload();
  check('the agency sees it', (await liaison.text('h1')).endsWith('are accepted.'));
}

/** The same without script: nothing is announced, and everything is there. */
async function decide(liaison, npr) {
  const sent = await write(liaison, 'mouse');
  await liaison.press('button[value=send]:not(.unseen)');
  await liaison.arrive('the report to be sent', `location.search === '?done=sent'`);
  await npr.open('/queue');
  await npr.press(`tr:has([href="/report/${agency}/${sent}"]) button`);
  await npr.arrive('the decision', `location.search.startsWith('?accepted=')`);
  await liaison.reload();
  check('the agency sees it', (await liaison.text('h1')).endsWith('are accepted.'));
}

/** The map is one stop of the Tab key; arrow keys move, and Enter opens a state. */
async function walkMap(tab) {
  await tab.open('/events?from=1998-11-01&to=1998-11-30');
  check('one tile is a stop', (await tab.run(`document.querySelectorAll('.tile[tabindex="0"]').length`)) === 1);
  await tab.run(`document.querySelector('.tile[href*="state=KS"]').focus()`);
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowUp']) await tab.key(key);
  const state = await tab.run(`new URLSearchParams(document.activeElement.search).get('state')`);
  const [here, there] = await tab.run(`['KS', '${state}'].map((code) =>
    document.querySelector('.tile[href*="state=' + code + '"]').parentElement.className)`);
  const [row, column] = here.match(/\d+/g).map(Number);
  check('three steps along and back', there === `row-${row} column-${column + 1}`);
  await tab.key('Enter');
  await tab.arrive('the state', `location.search.includes('state=${state}')`);
}

/** Signed out in another tab: the text stays, and is sent once the person is back. */
async function signOut(liaison, other) {
  await write(liaison, 'mouse');
  await other.signIn('nobody');
  await liaison.press('button[value=send]:not(.unseen)');
  await liaison.until('the word', `document.querySelector('[data-said=form]').innerText.startsWith('You were signed out.')`);
  check('the text is still there', (await liaison.run(`document.getElementById('events.1.title').value`)) === 'Town hall 2');
  await other.signIn(`agency-${agency}`);
  await liaison.press('button[value=send]:not(.unseen)');
  await liaison.arrive('the report to be sent', `location.search === '?done=sent'`);
  check('both events are sent', (await liaison.text('h1')).startsWith('2 events'));
}

/** A reload before anything was sent. */
async function bringBack(liaison) {
  await write(liaison, 'mouse');
  await liaison.reload();
  check('the form is new', (await liaison.run(`document.getElementById('events.0.title').value`)) === '');
  await liaison.press('[data-kept] button');
  await liaison.until('the text', `document.getElementById('events.1.title')?.value === 'Town hall 2'`);
  await liaison.press('button[value=send]:not(.unseen)');
  await liaison.arrive('the report to be sent', `location.search === '?done=sent'`);
}

/** Nothing typed is lost, and nothing arrives twice. */
async function kill(liaison, npr) {
  await npr.open('/');
  await npr.until('Live', `document.querySelector('[data-live]').innerText.trim() === 'Live'`);
  await write(liaison, 'mouse');
  await server.stop();
  await npr.until('the word', `document.querySelector('[data-live]').innerText.includes('Trying again')`);
  await liaison.press('button[value=send]:not(.unseen)');
  await liaison.until('the word', `document.querySelector('[data-said=form]').innerText.startsWith('Nothing was sent')`);
  await server.start();
  await liaison.press('button[value=send]:not(.unseen)');
  await liaison.arrive('the report to be sent', `location.search === '?done=sent'`);
  await npr.until('1 new report', `document.querySelector('[data-show]').innerText.includes('1 new report,')`);
  await npr.press('[data-show]');
  await npr.until('the row', `document.querySelector('.arrivals li').innerText.includes('Customs')`);
}

// The abbreviations of the agencies in the list.
function rows(tab) {
  return tab.run(`[...document.querySelectorAll('.report-grid tbody th a')].map(a => a.pathname.split('/').at(-1))`);
}

// Opens every page in Chromium as NPR, as an agency and as the public, on a wide and a narrow screen and for print.
// A page must have no finding of axe, load nothing from elsewhere, log no error, and not scroll sideways.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { withChromium } from './browser.mjs';

const origin = process.argv[2] && new URL(process.argv[2]).origin;
if (!origin) {
  console.error('usage: node pages.mjs URL');
  process.exit(2);
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = JSON.stringify({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] });
const readers = { NPR: 'npr-reviewer', 'an agency': 'agency-SSA', 'the public': 'nobody' };
const screens = [
  { name: 'wide', width: 1280 },
  { name: 'narrow', width: 320 },
  { name: 'print', width: 720, media: 'print' },
];
// A report that is to be written, one that waits for NPR, and a page that does not exist.
const more = [
  '/attention',
  '/agencies/SSA',
  '/priorities?by=STATE',
  '/priorities/findings?theme=WAITING',
  '/problems?status=OPEN',
  '/promises?kept=NOT_KEPT',
  '/report/SSA/1999-01',
  '/report/SSA/1998-12',
  '/nothing',
];

let faults = 0;
let opened = 0;
await withChromium(async (chromium) => {
  const tab = await chromium.tab(origin);
  for (const [reader, who] of Object.entries(readers)) {
    await tab.signIn(who);
    const pages = await tab.run(`[...document.querySelectorAll('.pages a')].map(link => link.getAttribute('href'))`);
    for (const page of [...pages, ...more]) {
      for (const screen of screens) {
        opened++;
        const found = await findings(tab, page, screen);
        console.log(`${found.length ? 'error ' : 'ok    '} ${page}, ${screen.name}, as ${reader}`);
        for (const finding of found) console.log(`       ${finding}`);
        faults += found.length;
      }
    }
  }
});

console.log(`${faults} faults in ${opened} views`);
process.exit(faults === 0 ? 0 : 1);

async function findings(tab, page, screen) {
  tab.seen.length = 0;
  await tab.look(screen);
  await tab.open(page);
  const wide = await tab.run(`document.documentElement.scrollWidth`);
  await tab.run(`void (() => { ${axe} })()`);
  const { violations } = await tab.run(`axe.run(document, ${rules}).then(({ violations }) => ({ violations:
    violations.map(v => v.id + ': ' + v.help + ' (' + v.nodes.length + ') ' + v.nodes[0].html.slice(0, 150)) }))`);
  return [
    ...violations,
    ...(wide > screen.width ? [`It is ${wide} pixels wide, ${wide - screen.width} too many.`] : []),
    // A page that does not exist is told with its status, which Chromium logs.
    ...tab.seen.filter((said) => page !== '/nothing' || !said.includes('404')),
  ];
}

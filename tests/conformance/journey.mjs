// What journeys have in common: how they are told, and the report that a liaison writes.

export const agency = 'USCS';
let faults = 0;
let month = 0;

/** Walks, and tells how it went. */
export async function journey(name, walk) {
  const begun = Date.now();
  try {
    await walk();
    console.log(`ok     ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  } catch (error) {
    faults++;
    console.log(`error  ${name}\n       ${error.message}`);
  }
}

export function check(what, holds) {
  if (!holds) throw new Error(`It does not hold: ${what}`);
}

/** Tells what Chromium logged and nobody expected, and how many faults there were. The exit code says whether any. */
export function conclude(tabs, expected) {
  for (const said of tabs.flatMap((tab) => tab.seen).filter((said) => !expected.test(said))) {
    faults++;
    console.log(`error  ${said}`);
  }
  console.log(`${faults} faults`);
  process.exitCode = faults === 0 ? 0 : 1;
}

/** Writes a report of two events for the next month, which is not sent. */
export async function write(tab, by = 'mouse') {
  const of = `${1999 + Math.floor(month / 12)}-${String((month++ % 12) + 1).padStart(2, '0')}`;
  await tab.open(`/report/${agency}/${of}`);
  for (const [field, text] of [
    ['startsOn', `${of}-08`],
    ['place', 'TX'],
    ['description', 'How long is too long to wait at the border?'],
  ])
    await tab.fill(`events.0.${field}`, text);
  await tab.press('fieldset summary', by);
  for (const [field, text] of [
    ['title', 'Town hall 1'],
    ['medium', 'FACE_TO_FACE'],
    ['format', 'TOWN_HALL'],
    ['setting', 'INFORMAL'],
    ['access', 'OPEN_TO_PUBLIC'],
    ['topicScope', 'OPEN_TOPIC'],
    ['city', 'Laredo'],
  ])
    await tab.fill(`events.0.${field}`, text);
  await tab.press('button[value=add]', by);
  await tab.until('the second event', `document.getElementById('events.1.title')`);
  await tab.fill('events.1.title', 'Town hall 2');
  await tab.fill('events.1.startsOn', `${of}-09`);
  await tab.fill('events.1.description', 'What would make the forms easier?');
  return of;
}

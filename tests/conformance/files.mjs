// Reads the calendars and the Atom feed of a running server with the libraries that clients use.
import ICAL from 'ical.js';
import { parseAtomFeed } from 'feedsmith';

const url = process.argv[2];
if (!url) {
  console.error('usage: node files.mjs URL');
  process.exit(2);
}

const site = new URL(url).origin;
const calendars = ['/calendar/SSA.ics', '/calendar/HHS.ics?components=true', '/calendar/states/CA.ics'];
const faults = [];

for (const path of calendars)
  faults.push(...calendarFaults(await read(path, 'text/calendar')).map((fault) => `${path}: ${fault}`));
faults.push(...feedFaults(await read('/feed.atom', 'application/atom+xml')).map((fault) => `/feed.atom: ${fault}`));
faults.forEach((fault) => console.log(`error  ${fault}`));
console.log(`${faults.length} faults in ${calendars.length} calendars and a feed`);
process.exit(faults.length === 0 ? 0 : 1);

async function read(path, type) {
  const response = await fetch(site + path);
  if (response.status !== 200 || !response.headers.get('content-type').startsWith(type))
    throw new Error(`${path}: ${response.status} ${response.headers.get('content-type')}`);
  return response.text();
}

function calendarFaults(text) {
  const strict = new ICAL.ComponentParser({ parseEvent: false, parseTimezone: false });
  const faults = [];
  strict.onerror = (fault) => faults.push(String(fault));
  strict.oncomponent = () => {};
  strict.process(text);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry));
  if (events.length === 0) faults.push('no events');
  if (new Set(events.map((event) => event.uid)).size !== events.length) faults.push('a UID twice');
  for (const { uid, summary, startDate, endDate, component } of events) {
    if (!uid || !summary || !component.getFirstPropertyValue('dtstamp'))
      faults.push(`an entry without UID, SUMMARY or DTSTAMP: ${uid}`);
    if (!startDate.isDate || !endDate.isDate || startDate.compare(endDate) >= 0)
      faults.push(`${uid}: ${startDate} to ${endDate}`);
  }
  for (const line of text.split('\r\n'))
    if (Buffer.byteLength(line) > 75) faults.push(`a line of more than 75 bytes: ${line}`);
  return faults;
}

function feedFaults(text) {
  const feed = parseAtomFeed(text);
  const faults = [];
  if (!feed.id || !feed.title || !feed.updated) faults.push('no id, title or date');
  if (!feed.entries?.length) faults.push('no entries');
  for (const { id, title, updated, authors, links } of feed.entries ?? []) {
    if (!id || !title || Number.isNaN(Date.parse(updated)) || !authors?.length)
      faults.push(`an entry without id, title, date or author: ${id}`);
    for (const { href } of links ?? [{}])
      if (!href || !URL.canParse(href, site)) faults.push(`${id}: a link to ${href}`);
  }
  return faults;
}

// Writes the tables of this folder: node app/data/make/tables.mjs
//
// They hold what CLDR says (through Node's Intl) of each language, as patterns and names: how a sum is put together, the
// days and months, what "three days ago" is, what countries and currencies are called. Columns are languages. Every
// pattern is made back into text here and compared with Intl over many values, so that a table that cannot say what Intl
// says is not written.
import { writeFileSync } from 'node:fs';
import { COUNTRIES, CURRENCIES, DATE, DAY, DAY_SHORT, TAGS, UNITS, dates, day } from './tags.mjs';

const langs = Object.keys(TAGS);
const out = (name) => new URL(`../${name}.tsv`, import.meta.url);

function write(name, rows) {
  const lines = [['', ...langs], ...rows].map((row) => {
    if (row.length !== langs.length + 1 || row.some((cell) => /[\t\n\r]/.test(cell))) throw new Error(`${name}: ${row}`);
    return row.join('\t');
  });
  writeFileSync(out(name), lines.join('\n') + '\n');
}

// A row from what each language says.
const row = (key, say) => [key, ...langs.map((lang) => say(TAGS[lang], lang))];

function same(what, ours, theirs) {
  if (ours !== theirs) throw new Error(`${what}: ${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`);
}

// --- Sums -----------------------------------------------------------------------------------------------------------
const NUMBER = new Set(['integer', 'group', 'decimal', 'fraction']);

function sumPattern(tag, amount) {
  const parts = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }).formatToParts(amount);
  return parts.map(({ type, value }) => (type === 'currency' ? '¤' : NUMBER.has(type) ? '#' : value)).join('').replace(/#+/, '#');
}

function percentPattern(tag, amount) {
  const parts = new Intl.NumberFormat(tag, { style: 'percent' }).formatToParts(amount);
  return parts.map(({ type, value }) => (NUMBER.has(type) ? '#' : value)).join('').replace(/#+/, '#');
}

// What stands for the currency: where it comes last with all that follows, for some carry a mark that turns the text.
function symbol(tag, currency) {
  const parts = new Intl.NumberFormat(tag, { style: 'currency', currency }).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === 'currency');
  const to = sumPattern(tag, 1).endsWith('¤') ? parts.length : at + 1;
  return parts.slice(at, to).map(({ value }) => value).join('');
}

const currencies = Intl.supportedValuesOf('currency');

const sums = [
  row('sum', (tag) => sumPattern(tag, 1)),
  row('sum-less', (tag) => sumPattern(tag, -1)),
  row('percent', (tag) => percentPattern(tag, 0.1)),
  row('percent-less', (tag) => percentPattern(tag, -0.1)),
  ...currencies
    .filter((currency) => langs.some((lang) => symbol(TAGS[lang], currency) !== currency))
    .map((currency) => row(currency, (tag) => symbol(tag, currency))),
];

// --- Days -----------------------------------------------------------------------------------------------------------
const FIRST = day(2026, 1, 5); // a Monday
const weekdayParts = (tag, options) =>
  Array.from({ length: 7 }, (_, at) => part(dates(tag, options).formatToParts(new Date(+FIRST + at * 86400000)), 'weekday'));
const monthParts = (tag, options) => Array.from({ length: 12 }, (_, at) => part(dates(tag, options).formatToParts(day(2026, at + 1, 3)), 'month'));
const part = (parts, wanted) => parts.find(({ type }) => type === wanted).value;

const names = {};
for (const tag of Object.values(TAGS)) {
  names[tag] = {
    weekday: weekdayParts(tag, DAY),
    'weekday-short': weekdayParts(tag, DAY_SHORT),
    month: monthParts(tag, DAY),
    'month-short': monthParts(tag, DAY_SHORT),
  };
}

// What a placeholder stands for, on a day.
function fillings(tag, date) {
  const at = names[tag];
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const weekday = (date.getUTCDay() + 6) % 7;
  return {
    weekday: at.weekday[weekday],
    'weekday-short': at['weekday-short'][weekday],
    month: at.month[month],
    'month-short': at['month-short'][month],
    m: String(month + 1),
    mm: String(month + 1).padStart(2, '0'),
    d: String(dayOfMonth),
    dd: String(dayOfMonth).padStart(2, '0'),
    y: String(year + era(tag)),
  };
}

// Thai years count from the Buddha's passing.
const era = (tag) => (dates(tag, {}).resolvedOptions().calendar === 'buddhist' ? 543 : 0);

const KINDS = { weekday: ['weekday', 'weekday-short'], month: ['month', 'month-short', 'm', 'mm'], day: ['d', 'dd'], year: ['y'] };

// A pattern of formatted parts. `from` and `to` are days whose every field tells its kinds apart.
function pattern(tag, parts, from, to) {
  return parts
    .map(({ type, value, source }) => {
      // `format` shows a plain blank where the parts have a narrow one that does not break.
      if (type === 'literal') return value.replaceAll('\u202f', ' ');
      const end = source === 'endRange';
      // A field both days share is the same in both.
      const words = fillings(tag, end ? to : from);
      const kind = KINDS[type]?.find((kind) => words[kind] === value);
      if (!kind) throw new Error(`${tag}: ${type} ${value}`);
      return `{${end ? 'to-' : ''}${kind}}`;
    })
    .join('');
}

function fill(tag, pattern, from, to) {
  return pattern.replace(/\{(to-)?([a-z-]+)\}/g, (_, end, kind) => fillings(tag, end ? to : from)[kind]);
}

function dayPattern(tag, options) {
  const formatter = dates(tag, options);
  const made = pattern(tag, formatter.formatToParts(day(2026, 9, 3)), day(2026, 9, 3));
  for (let at = +day(2024, 1, 1); at < +day(2028, 1, 1); at += 86400000) {
    same(tag, fill(tag, made, new Date(at)), formatter.format(new Date(at)));
  }
  return made;
}

// How far two days are from each other, as CLDR tells ranges apart.
const RANGES = {
  'days-month': [[day(2026, 9, 3), day(2026, 9, 5)], (from, to) => from.getUTCMonth() === to.getUTCMonth() && from.getUTCFullYear() === to.getUTCFullYear()],
  'days-year': [[day(2026, 4, 3), day(2026, 9, 5)], (from, to) => from.getUTCMonth() !== to.getUTCMonth() && from.getUTCFullYear() === to.getUTCFullYear()],
  'days-years': [[day(2026, 4, 3), day(2027, 9, 5)], (from, to) => from.getUTCFullYear() !== to.getUTCFullYear()],
};

function rangePattern(tag, range) {
  const formatter = dates(tag, DAY);
  const [[from, to], fits] = RANGES[range];
  const made = pattern(tag, formatter.formatRangeToParts(from, to), from, to);
  for (let at = +day(2024, 1, 1); at < +day(2028, 1, 1); at += 86400000) {
    for (const later of [1, 2, 5, 13, 40, 380]) {
      const [start, end] = [new Date(at), new Date(at + later * 86400000)];
      if (fits(start, end)) same(tag, fill(tag, made, start, end), formatter.formatRange(start, end));
    }
  }
  return made;
}

// The short time of day. A clock of twelve hours has two halves.
function clockPattern(tag) {
  const formatter = dates(tag, { timeStyle: 'short' });
  const at = (hour) => new Date(Date.UTC(2026, 0, 5, hour, 7));
  const parts = formatter.formatToParts(at(3));
  const half = parts.some(({ type }) => type === 'dayPeriod');
  const made = parts
    .map(({ type, value }) => {
      if (type === 'hour') return value.length === 2 ? '{hh}' : '{h}';
      return { minute: '{mm}', dayPeriod: '{half}' }[type] ?? value;
    })
    .join('');
  const halves = half ? [3, 15].map((hour) => part(formatter.formatToParts(at(hour)), 'dayPeriod')) : ['', ''];
  for (let hour = 0; hour < 24; hour += 1) {
    const shown = half ? (hour + 11) % 12 + 1 : hour;
    const words = { h: String(shown), hh: String(shown).padStart(2, '0'), mm: '07', half: halves[hour < 12 ? 0 : 1] };
    same(tag, made.replace(/\{([a-z]+)\}/g, (_, kind) => words[kind]), formatter.format(at(hour)));
  }
  return { made, halves };
}

// --- Spans ----------------------------------------------------------------------------------------------------------
const EXAMPLES = Array.from({ length: 200 }, (_, at) => at);

function spans(unit) {
  const kinds = new Map();
  for (const tag of Object.values(TAGS)) {
    const spoken = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
    const counted = new Intl.RelativeTimeFormat(tag, { numeric: 'always' });
    const plural = new Intl.PluralRules(tag);
    const put = (key, text) => {
      const cells = kinds.get(key) ?? kinds.set(key, {}).get(key);
      if (cells[tag] !== undefined) same(`${tag} ${key}`, text, cells[tag]);
      cells[tag] = text;
    };
    for (const count of EXAMPLES) {
      for (const sign of [-1, 1]) {
        const way = sign < 0 ? 'ago' : 'in';
        const parts = counted.formatToParts(sign * count, unit);
        if (parts.some(({ type, value }) => type === 'integer' && value !== String(count))) throw new Error(tag);
        const text = parts.map(({ type, value }) => (type === 'literal' ? value : '{n}')).join('');
        if (count > 0) put(`${unit}-${way}-${plural.select(count)}`, text);
        const own = spoken.format(sign * count, unit);
        // Nothing away is the same word either way, in every language.
        if (own !== counted.format(sign * count, unit)) put(`${unit} ${count === 0 ? 0 : sign * count}`, own);
      }
    }
  }
  return [...kinds].map(([key, cells]) => row(key, (tag) => cells[tag] ?? ''));
}

// --- Lists ----------------------------------------------------------------------------------------------------------
// What stands between two, between the first ones of many, and before the last of many.
function betweens(tag) {
  const literals = (items) => {
    const parts = new Intl.ListFormat(tag).formatToParts(items);
    if (parts[0].type !== 'element' || parts.length !== items.length * 2 - 1) throw new Error(tag);
    return parts.filter(({ type }) => type === 'literal').map(({ value }) => value);
  };
  const many = literals(['a', 'b', 'c', 'd', 'e']);
  if (new Set(many.slice(0, -1)).size !== 1) throw new Error(tag);
  return { 'list-two': literals(['a', 'b'])[0], 'list-more': many[0], 'list-last': many.at(-1) };
}

const clocks = Object.fromEntries(Object.values(TAGS).map((tag) => [tag, clockPattern(tag)]));
const list = (key) => row(`${key}s`, (tag) => names[tag][key].join('|'));
const times = [
  list('weekday'),
  list('weekday-short'),
  list('month'),
  list('month-short'),
  row('era', (tag) => String(era(tag))),
  row('day', (tag) => dayPattern(tag, DAY)),
  row('day-short', (tag) => dayPattern(tag, DAY_SHORT)),
  row('date', (tag) => dayPattern(tag, DATE)),
  ...Object.keys(RANGES).map((range) => row(range, (tag) => rangePattern(tag, range))),
  row('clock', (tag) => clocks[tag].made),
  row('halves', (tag) => clocks[tag].halves.join('|')),
  ...UNITS.flatMap(spans),
  ...['list-two', 'list-more', 'list-last'].map((key) => row(key, (tag) => betweens(tag)[key])),
];

const called = (type) => (code) => row(code, (tag) => new Intl.DisplayNames(tag, { type, fallback: 'none' }).of(code));

write('sums', sums);
write('times', times);
write('countries', COUNTRIES.map(called('region')));
write('currencies', [...CURRENCIES].sort().map(called('currency')));

// Writes what Intl says, for the shop to be held to: node app/data/make/golden.mjs
//
// A row for each question, a column for each language. The questions are read by app/src/i18n/format/golden.rs.
import { writeFileSync } from 'node:fs';
import { COUNTRIES, CURRENCIES, DATE, DAY, DAY_SHORT, TAGS, UNITS, dates, day } from './tags.mjs';

const langs = Object.keys(TAGS);
const rows = [['', ...langs]];

function ask(question, answer) {
  const answers = langs.map((lang) => answer(TAGS[lang]));
  if (answers.some((text) => !text || /[\t\n\r]/.test(text))) throw new Error(`${question}: ${answers}`);
  rows.push([question, ...answers]);
}

// Minor units as a decimal, without floats.
function decimal(minor, digits) {
  const [sign, text] = [minor < 0 ? '-' : '', String(Math.abs(minor)).padStart(digits + 1, '0')];
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

// ISO 4217's digits; all others have two. What is shown is CLDR's business.
const MINOR = { 0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF', 3: 'BHD IQD JOD KWD LYD OMR TND' };
const minorDigits = (currency) => Number(Object.keys(MINOR).find((digits) => MINOR[digits].includes(currency)) ?? 2);

function sum(currency, units, options = {}) {
  const digits = minorDigits(currency);
  const minor = Math.round(units * 10 ** digits);
  const question = `${options.trailingZeroDisplay ? 'money_whole' : 'money'} ${currency} ${minor}`;
  ask(question, (tag) => new Intl.NumberFormat(tag, { style: 'currency', currency, ...options }).format(decimal(minor, digits)));
}

const WHOLE = { trailingZeroDisplay: 'stripIfInteger' };
for (const currency of ['EUR', 'USD', 'GBP', 'JPY', 'KWD', 'HUF', 'CHF', 'BRL', 'INR', 'THB', 'CNY', 'AED']) {
  for (const units of [12.5, 0, 0.01, 0.5, 999.99, 1234.5, 12345.5, 1234567.5, -12.5, -1234.5, -1234567.5]) sum(currency, units);
  for (const units of [60, 60.5, 1234, 0, -60]) sum(currency, units, WHOLE);
}
for (const currency of Intl.supportedValuesOf('currency')) {
  if (!rows.some(([question]) => question.startsWith(`money ${currency} `))) sum(currency, 1234.56);
}

for (const number of [0, 7, -7, 999, 1000, 1234, 9999, 12345, 123456, 1234567, 123456789012, -1234, -1234567]) {
  ask(`number ${number}`, (tag) => new Intl.NumberFormat(tag).format(number));
}
for (const [scaled, digits] of [[48, 1], [50, 1], [0, 1], [5, 2], [123456, 2], [1234567, 1], [-5, 1], [48, 0]]) {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  ask(`decimal ${scaled} ${digits}`, (tag) => new Intl.NumberFormat(tag, options).format(decimal(scaled, digits)));
}
for (const hundredths of [0, 2100, 550, 2055, 5, -2000, -1250, 10000, 123456, 1234500]) {
  ask(`percent ${hundredths}`, (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 }).format(decimal(hundredths, 4)));
}

const number = (date) => date / 86400000;
const DAYS = [day(1970, 1, 1), day(1999, 12, 31), day(2024, 2, 29), day(2026, 3, 29), day(2100, 2, 28)];
for (let month = 1; month <= 12; month += 1) DAYS.push(day(2026, month, month), day(2026, month, 28 - month));
for (let at = 23; at <= 29; at += 1) DAYS.push(day(2026, 11, at));
for (const [what, options] of [['day', DAY], ['day_short', DAY_SHORT], ['date', DATE]]) {
  for (const at of DAYS) ask(`${what} ${number(at)}`, (tag) => dates(tag, options).format(at));
}
for (const from of [day(2026, 1, 1), day(2026, 2, 27), day(2026, 11, 24), day(2026, 12, 24), day(2028, 2, 28)]) {
  for (const later of [0, 1, 2, 3, 9, 45, 370]) {
    const to = new Date(+from + later * 86400000);
    ask(`days ${number(from)} ${number(to)}`, (tag) => dates(tag, DAY).formatRange(from, to));
  }
}
for (const minutes of [0, 5, 59, 60, 545, 599, 719, 720, 725, 779, 780, 845, 1265, 1439]) {
  ask(`clock ${minutes}`, (tag) => dates(tag, { timeStyle: 'short' }).format(minutes * 60000));
}

for (const unit of UNITS) {
  for (const count of [0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 19, 20, 21, 22, 25, 30, 99, 100, 101, 102, 103, 111, 121, 1000, 12345]) {
    for (const sign of count === 0 ? [1] : [-1, 1]) {
      const way = sign * count;
      ask(`away ${way} ${unit}`, (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(way, unit));
    }
  }
}
const SECONDS = { week: 604800, day: 86400, hour: 3600, minute: 60, second: 1 };
for (const seconds of [0, 1, 59, 60, 119, 3599, 3600, 7200, 86399, 86400, 172800, 604799, 604800, 6048000, -1, -60, -86400, -700000]) {
  const unit = Object.keys(SECONDS).find((unit) => Math.abs(seconds) >= SECONDS[unit]) ?? 'second';
  const count = -Math.trunc(seconds / SECONDS[unit]);
  ask(`ago ${seconds}`, (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(count, unit));
}

for (const items of [
  'Ada', 'Ada|Bo', 'Ada|Bo|Cy', 'Ada|Bo|Cy|Di', 'padre|hijo', 'aguja|hilo', 'agua|hielo', 'uno|Inés', 'leña|hierba', 'uno|Íñigo', 'más|y', 'uno|Hi', 'dos|iones|hiato', 'dos|tres|HIJOS', 'a|b|Irene', 'a|yodo', '茶|水',
  '茶|水|米', 'ชา|น้ำ', 'ชา|น้ำ|ข้าว', 'شاي|ماء', 'شاي|ماء|أرز', 'चाय|पानी|चावल', '1|2', '8|11', '80|800',
]) {
  ask(`list ${items}`, (tag) => new Intl.ListFormat(tag).format(items.split('|')));
}

const NAMES = `Zebra|apple|Äpfel|Apfel|ärgern|Čehija|Cekule|čau|Dace|Ģirts|Gatis|Ķīna|Kauņa|Latvija|Ļaudona|ņujorka|Nauru|Šveice|Saulė|Žanis|Zane
  |ñandú|nube|nada|Ñ|coté|côte|cote|côté|œuf|oeuf|straße|strasse|Strasse|ёж|еж|Ель|яблоко|йод|Ирис|щука|ไข่|กา|เกม|แก้ว|ขาว|โต๊ะ|น้ำ|นาน|ใบ
  |أحمد|احمد|إبراهيم|آدم|بيت|تفاح|ؤلؤ|ة|ه|ي|ى|中国|日本|法国|德国|英国|美国|阿尔巴尼亚|伊朗|重庆|长城|さくら|サクラ|ザクラ|ア|あ|ァ|カー|カア|東京|京都|大阪
  |हिन्दी|अनार|आम|कमल|क्षेत्र|ज्ञान|ऋषि|émigré|emigre|10|9|2|item-b|item a|item_c|CO-OP|coop|co-op|résumé|resume|Resume|a b|ab|a-b`.split('|').map((name) => name.trim());
ask(`sorted ${NAMES.join('|')}`, (tag) => [...NAMES].sort(new Intl.Collator(tag).compare).join('|'));

const named = (tag, type) => new Intl.DisplayNames(tag, { type, fallback: 'none' });
const called = (tag, code) => named(tag, 'region').of(code);
ask('countries', (tag) => [...COUNTRIES].sort((one, other) => new Intl.Collator(tag).compare(called(tag, one), called(tag, other))).join(' '));
for (const code of ['LV', 'DE', 'GB', 'US', 'TH', 'BR', 'IN', 'CN', 'HK', 'AE', 'TR', 'CI', 'MM', 'CZ', 'PS', 'ZW', 'AX', 'UM']) {
  ask(`country ${code}`, (tag) => called(tag, code));
}
for (const code of CURRENCIES) ask(`currency_name ${code}`, (tag) => named(tag, 'currency').of(code));

writeFileSync(new URL('../golden.tsv', import.meta.url), rows.map((row) => row.join('\t')).join('\n') + '\n');

// The languages of the shop in the order of `domain::lang::Lang`, each with the tag it is written by.
// English is written as Europe writes it: the day before the month, a clock of 24 hours.
export const TAGS = {
  en: 'en-GB', lv: 'lv', ru: 'ru', th: 'th', ar: 'ar', de: 'de', es: 'es', fr: 'fr', 'zh-Hans': 'zh-Hans', ja: 'ja', 'pt-BR': 'pt-BR', hi: 'hi',
};

// ISO 3166-1, as `domain::contact` lists it.
export const COUNTRIES = `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
  BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
  ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
  HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
  LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
  NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
  SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
  UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/);

// What the European Central Bank quotes, and what the shop takes besides.
export const CURRENCIES = `EUR USD JPY BGN CZK DKK GBP HUF PLN RON SEK CHF ISK NOK TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR
  NZD PHP SGD THB ZAR AED SAR KWD BHD QAR OMR TWD VND CLP ARS UAH`.split(/\s+/);

// Moments are made of UTC days, so that the zone of the machine does not matter.
export const day = (year, month, day) => new Date(Date.UTC(year, month - 1, day));

export const DAY = { weekday: 'long', day: 'numeric', month: 'long' };
export const DAY_SHORT = { weekday: 'short', day: 'numeric', month: 'short' };
export const DATE = { day: 'numeric', month: 'long', year: 'numeric' };
export const dates = (tag, options) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });

export const UNITS = ['second', 'minute', 'hour', 'day', 'week'];

/** What a phone field can do once this has come: the rules of all numbering plans, and so a chunk of its own. */

export type { CountryCode } from 'libphonenumber-js/min';
export { type Country, countriesIn, startingCountry } from './countries.js';
export { asTyped, hasLeadingZero, internationalForm, movedTo } from './typing.js';

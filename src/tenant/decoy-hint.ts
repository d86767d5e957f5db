import { maskEmail, maskPhone } from '../policy/index.js';
import { steadyChoice } from './steady-choice.js';

/** What the hint of a decoy is drawn from. */
export interface HintSources {
  /** The name that the decoy stands for, in lower case. */
  readonly username: string;
  /** The addresses of people who may reset. */
  readonly addresses: readonly string[];
  /** Where addresses may be. */
  readonly domains: readonly string[];
  /** Where no alternate address counts: the organisation's own domains. */
  readonly ownDomains: readonly string[];
}

/** One number for each thing that is drawn, from 0 to 2³² - 1. */
export interface HintDraw {
  readonly form: number;
  readonly first: number;
  readonly second: number;
  readonly domain: number;
}

/** Mail domains that anybody may have. */
export const usualMailDomains = [
  'gmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'proton.me',
] as const;

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Letters twice: names begin with digits less often. */
const firsts = [...`${letters}${letters}0123456789`];
const seconds = [...`${letters}${letters}0123456789._-`];

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
const localOf = (address: string): string => address.slice(0, address.lastIndexOf('@'));

/**
 * The masked address of a decoy. Whatever a real mask can show, this can: a mask that only people
 * have would tell that there is an account (rule REFUSAL-2).
 */
export function decoyHint(sources: HintSources, draw: HintDraw): string {
  return maskEmail(`${decoyLocal(sources, draw)}@${decoyDomain(sources, draw)}`);
}

/** The masked number of a decoy: any two digits may be the last ones of a number (rule METHOD-7). */
export const decoyNumberHint = (draw: number): string =>
  maskPhone(String(draw % 100).padStart(2, '0'));

function decoyLocal({ username, addresses }: HintSources, draw: HintDraw): string {
  const form = draw.form % 8;
  // Many people have their name in their other address.
  if (form < 3) return localOf(username);
  const like = steadyChoice(addresses, (address) => address, draw.first);
  if (form === 3 && like !== undefined) return localOf(like);
  const first = firsts[draw.first % firsts.length] ?? '';
  if (form === 4) return first;
  // Longer than it shows: a local part of up to three shows one character only.
  return `${first}${seconds[draw.second % seconds.length] ?? ''}xx`;
}

/** As rule GATE-3 has it, an address in a domain of the organisation or of the name is no method. */
function decoyDomain({ username, domains, ownDomains }: HintSources, draw: HintDraw): string {
  const taken = [...ownDomains, domainOf(username)].map((domain) => domain.toLowerCase());
  const free = (list: readonly string[]): readonly string[] =>
    list.filter((domain) => !taken.includes(domain.toLowerCase()));
  const own = free(domains);
  const choice = own.length > 0 ? own : free(usualMailDomains);
  return choice[draw.domain % choice.length] ?? 'mail.example';
}

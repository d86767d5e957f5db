import { type Random, randomText } from '../tenant/random.js';
import { isFromNetwork } from './client.js';

/**
 * Where a browser keeps its name for the backend, so that its resets are found again there and nowhere
 * else (rule SESSION-1). No script of a page may read it.
 */
export interface BrowserJar {
  /** The name that a request brings; undefined: none, or none of the form of those that are given out. */
  read(request: Request): string | undefined;
  /** Has whoever sent the request keep a new name: by these headers of the answer, if by any. */
  keep(browser: string, request: Request): Readonly<Record<string, string>>;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const length = 22;
const cookieName = 'sspr-browser';
const cookie = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{${length}})(?:;|$)`);

/** A name that nobody guesses: more than 128 bits, which tell nothing. */
export const newBrowser = (random: Random): string => randomText(random, alphabet, length);

/**
 * A cookie that no script reads and no other site sends (RFC 6265bis). It ends with the browser's
 * session, as a name that is not needed longer than a reset lives. One that a neighbouring host has
 * planted is taken like any other; whoever planted it would need the name of the flow too, which only
 * the tab has.
 * @param path below which it is sent: that of the contract
 */
export const cookieJar = (path: string): BrowserJar => ({
  read: ({ headers }) => cookie.exec(headers.get('cookie') ?? '')?.[1],
  keep: (browser, { url }) => ({
    'set-cookie': [
      `${cookieName}=${browser}`,
      `Path=${path}`,
      'HttpOnly',
      'SameSite=Strict',
      ...(new URL(url).protocol === 'https:' ? ['Secure'] : []),
    ].join('; '),
  }),
});

/** One browser for all requests: what a page or a service worker answers comes from its own browser. */
export const oneBrowser = (name: string): BrowserJar => ({ read: () => name, keep: () => ({}) });

/** Cookies where requests come over a network, as those of `startServer` do; else one browser. */
export function usualJar(path: string, random: Random): BrowserJar {
  const [cookies, one] = [cookieJar(path), oneBrowser(newBrowser(random))];
  const of = (request: Request): BrowserJar => (isFromNetwork(request) ? cookies : one);
  return {
    read: (request) => of(request).read(request),
    keep: (browser, request) => of(request).keep(browser, request),
  };
}

import { LocaleLoader, type LocaleModules, modules } from './load.js';
import type { Templates } from './msg.js';

/** The words that only a registration says: files of their own, which the reset does not load. */
const own: LocaleModules = {
  de: () => import('./generated/register-de.js'),
  ar: () => import('./generated/register-ar.js'),
  'en-XA': () => import('./generated/register-en-XA.js'),
};

const both = async (locale: string): Promise<{ templates: Templates }> => {
  const [common, registration] = await Promise.all([modules[locale]?.(), own[locale]?.()]);
  return { templates: { ...common?.templates, ...registration?.templates } };
};

/** What `<sspr-register>` speaks with. */
export const registrationLocales: LocaleLoader = new LocaleLoader(
  Object.fromEntries(Object.keys(own).map((locale) => [locale, () => both(locale)])),
);

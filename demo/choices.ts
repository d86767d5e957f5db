/** What can be chosen in the bar. The first of each list is the default, and stays out of the address. */
export const options = {
  person: ['two-methods', 'one-method', 'administrator', 'not-registered', 'unknown'],
  voice: ['uniform', 'detailed'],
  language: ['en', 'de', 'ar'],
  scheme: ['auto', 'light', 'dark'],
} as const;

type Options = typeof options;
type Name = keyof Options;
export type Choices = { readonly [K in Name]: Options[K][number] };
export type Language = Choices['language'];

const names = Object.keys(options) as Name[];

/** Reads the choices out of an address or a form; what is missing or not known is the default. */
export function readChoices(query: URLSearchParams): Choices {
  const choice = <T extends string>([first, ...rest]: readonly [T, ...T[]], name: Name): T =>
    rest.find((one) => one === query.get(name)) ?? first;
  return {
    person: choice(options.person, 'person'),
    voice: choice(options.voice, 'voice'),
    language: choice(options.language, 'language'),
    scheme: choice(options.scheme, 'scheme'),
  };
}

/** The choices as the query of an address: empty, or from the question mark on. */
export function queryOf(choices: Choices): string {
  const chosen = names.filter((name) => choices[name] !== options[name][0]);
  const query = new URLSearchParams(chosen.map((name) => [name, choices[name]]));
  return query.size > 0 ? `?${query}` : '';
}

/** Puts the language, its direction and the colour scheme on a page. */
export function dress(page: Document, { language, scheme }: Choices): void {
  const root = page.documentElement;
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  root.dataset.scheme = scheme;
}

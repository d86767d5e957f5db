import type { KnownMethodType } from '../contract/index.js';

/** What fills one gate: a family counts once, however many methods of it there are (rule GATE-4). */
export type Family = 'app' | 'email';

/** Which family a method is of (rule GATE-4). */
export const familyOf: Readonly<Record<KnownMethodType, Family>> = {
  'app-code': 'app',
  email: 'email',
};

/** All methods from most to least secure: the order in which they are offered (rule METHOD-5). */
export const methodOrder = ['app-code', 'email'] as const satisfies readonly KnownMethodType[];

/** Puts methods in the order of rule METHOD-5. */
export const inOrder = <T extends { readonly type: KnownMethodType }>(
  methods: readonly T[],
): readonly T[] =>
  methods.toSorted((a, b) => methodOrder.indexOf(a.type) - methodOrder.indexOf(b.type));

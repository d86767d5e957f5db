import { type Person, person } from '../src/tenant/index.js';
import type { Choices } from './choices.js';

/** Somebody to be on the sign-in page. All of them are made up. */
interface Visitor {
  readonly username: string;
  /** The account, for those who have one. */
  readonly person?: Person;
  /** How many proofs the tenant asks its members for while this visitor is here (rule GATE-1). */
  readonly methodsRequired: 1 | 2;
  /** What there is to see. */
  readonly story: string | Readonly<Record<Choices['voice'], string>>;
}

/** They have forgotten it, but it is there: signing in with it works until a reset. */
const password = 'Old-Saucer-11';

const employee = (known: Parameters<typeof person>[0]) => ({
  username: known.username,
  person: person({ password, ...known }),
});

export const visitors: Readonly<Record<Choices['person'], Visitor>> = {
  'two-methods': {
    ...employee({ username: 'jonas.weber@contoso.com', email: 'jonas.w@fabrikam.org', app: true }),
    methodsRequired: 2,
    story: 'Jonas has a private mailbox and an authenticator app. Contoso asks for both.',
  },
  'one-method': {
    ...employee({ username: 'amira.haddad@contoso.com', email: 'amira.h@fineartschool.net' }),
    methodsRequired: 1,
    story: 'Amira has a private mailbox. One proof is enough here.',
  },
  administrator: {
    ...employee({
      username: 'lena.brandt@contoso.com',
      email: 'lena.b@fabrikam.org',
      app: true,
      roles: ['User Administrator'],
    }),
    methodsRequired: 1,
    story: 'Lena is an administrator: always two proofs, even where members need one.',
  },
  'not-registered': {
    ...employee({ username: 'pavel.novak@contoso.com' }),
    methodsRequired: 1,
    story: {
      uniform:
        'Pavel has set up no way to prove who he is. The page looks as it does for anyone; his work mailbox is told why no code comes.',
      detailed: 'Pavel has set up no way to prove who he is, and the page says so.',
    },
  },
  unknown: {
    username: 'nobody.here@contoso.com',
    methodsRequired: 1,
    story: {
      uniform:
        'Nobody has this name. The page looks as it does for anyone, so it does not tell who works here.',
      detailed: 'Nobody has this name, and the page says so.',
    },
  },
};

/** Everyone who has an account. */
export const staff: readonly Person[] = Object.values(visitors).flatMap(
  (visitor) => visitor.person ?? [],
);

import type { AdministratorRole, Role } from './administrators.js';

/** At most so many administrators get a call for help (rule NOTIFY-3). */
const mostContacts = 100;

/** Who is asked for help, in this order: the first line that anyone answers to (rule NOTIFY-3). */
const contactLines: readonly (readonly AdministratorRole[])[] = [
  ['Helpdesk Administrator', 'Password Administrator'],
  ['User Administrator'],
  ['Global Administrator'],
];

/** Where a person is told of a reset (rule NOTIFY-1): each address once, and nobody else's. */
export function resetNoticeAddresses(person: {
  readonly username: string;
  readonly primaryAddress?: string | undefined;
  readonly alternateAddress?: string | undefined;
}): readonly string[] {
  const own = [person.primaryAddress, person.alternateAddress].filter((one) => one !== undefined);
  return own.length > 0 ? [...new Set(own)] : [person.username];
}

/** The administrators whom a call for help reaches (rule NOTIFY-3). */
export function contactRecipients<P extends { readonly roles: readonly Role[] }>(
  people: readonly P[],
): readonly P[] {
  for (const line of contactLines) {
    const answering = people.filter(({ roles }) => line.some((role) => roles.includes(role)));
    if (answering.length > 0) return answering.slice(0, mostContacts);
  }
  return [];
}

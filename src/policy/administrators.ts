import type { KnownMethodType } from '../contract/index.js';

/** The roles that make an administrator (rule ADMIN-1). */
export const administratorRoles = [
  'Global Administrator',
  'Privileged Role Administrator',
  'Privileged Authentication Administrator',
  'Authentication Administrator',
  'Authentication Policy Administrator',
  'Password Administrator',
  'Helpdesk Administrator',
  'User Administrator',
  'Security Administrator',
  'Conditional Access Administrator',
  'Application Administrator',
  'Cloud Application Administrator',
  'Billing Administrator',
  'Compliance Administrator',
  'Exchange Administrator',
  'SharePoint Administrator',
  'Teams Administrator',
  'Intune Administrator',
  'Dynamics 365 Administrator',
  'Power Platform Administrator',
  'Hybrid Identity Administrator',
  'Groups Administrator',
  'License Administrator',
  'Service Support Administrator',
  'Directory Writers',
  'Cloud Device Administrator',
  'Skype for Business Administrator',
  'Partner Tier1 Support',
  'Partner Tier2 Support',
] as const;
export type AdministratorRole = (typeof administratorRoles)[number];
/** A role of the directory; only those of the list make an administrator. */
export type Role = AdministratorRole | (string & {});

const known: ReadonlySet<string> = new Set(administratorRoles);

/** Whether any of the roles makes an administrator (rule ADMIN-1). */
export const isAdministrator = (roles: readonly Role[]): boolean =>
  roles.some((role) => known.has(role));

/** What administrators may use, whatever the tenant's method settings say (rule ADMIN-2). */
export const administratorMethods: readonly KnownMethodType[] = [
  'app-notification',
  'app-code',
  'email',
  'text',
  'whatsapp',
  'call',
  'office-call',
];

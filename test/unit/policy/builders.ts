import type { PolicyRefused, Subject } from '../../../src/policy/index.js';

/** A licensed, enabled member with a mail address and an app. */
export const subject = (known: Partial<Subject> = {}): Subject => ({
  username: 'adele.vance@contoso.example',
  kind: 'member',
  enabled: true,
  licence: 'p1',
  source: 'cloud',
  roles: [],
  groups: new Set(),
  enrolled: [{ type: 'app-code' }, { type: 'email', address: 'adele@mail.example' }],
  ...known,
});

/** Each reason against a policy as `RULE setting`. */
export const reasons = (refused: readonly PolicyRefused[]) =>
  refused.map(({ rule, params }) => `${rule} ${params?.setting}`);

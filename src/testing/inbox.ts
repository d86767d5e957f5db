import type { Tenant } from '../tenant/index.js';

/**
 * The code in the oldest mail to a person that was not given out yet, or in the next one to come.
 * Rejects with the signal's reason when that aborts first.
 */
export const codeFrom = (
  tenant: Pick<Tenant, 'outbox'>,
  username: string,
  signal?: AbortSignal,
): Promise<string> => tenant.outbox.codeFor(username, signal);

/** The code that a person's authenticator app shows now. Throws where they have none. */
export function appCode(tenant: Pick<Tenant, 'appCodeOf'>, username: string): string {
  const shown = tenant.appCodeOf(username);
  if (!shown) throw new Error(`${username} has no authenticator app.`);
  return shown.code;
}

import { allow, deny, type Verdict } from './verdict.js';

const longest = { local: 64, domain: 48, total: 113 };
const allowed = /^[A-Za-z0-9'.\-_!#^~]+$/;

/** Whether a name has the form of a username (rule TENANT-2). Looks nothing up. */
export function checkUsername(
  username: string,
): Verdict<'username-required' | 'username-malformed'> {
  if (username === '') return deny('TENANT-2', 'username-required');
  const at = username.indexOf('@');
  const local = username.slice(0, at);
  const domain = username.slice(at + 1);
  const wellFormed =
    at > 0 &&
    username.length <= longest.total &&
    local.length <= longest.local &&
    domain.length <= longest.domain &&
    allowed.test(local) &&
    allowed.test(domain) &&
    !local.endsWith('.');
  return wellFormed ? allow('TENANT-2') : deny('TENANT-2', 'username-malformed');
}

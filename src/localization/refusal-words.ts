import type { KnownRefusalCode } from '../contract/codes.js';
import { msg } from './msg.js';

/** What happened, and what to do next (rule REFUSAL-1). */
interface RefusalWords {
  readonly heading: () => string;
  readonly lead: () => string;
}

const notHere = () =>
  msg('We can’t reset this password here', {
    id: 'refusal.not-here.heading',
    desc: 'Heading of most refusals',
  });
const refusal = (lead: () => string, heading = notHere): RefusalWords => ({ heading, lead });

const words: { readonly [C in KnownRefusalCode]: RefusalWords } = {
  SSPR_0009: refusal(() =>
    msg(
      'Your organisation has not turned on password reset. The service desk can change it for you.',
      {
        id: 'refusal.sspr-0009',
        desc: 'Reset is off for the whole organisation',
      },
    ),
  ),
  SSPR_0010: refusal(() =>
    msg(
      'Your organisation keeps this password on servers of its own, which are not connected to this page. The service desk can change it for you.',
      { id: 'refusal.sspr-0010', desc: 'A needed on-premises service is not enabled' },
    ),
  ),
  SSPR_0011: refusal(() =>
    msg(
      'Your organisation has not yet said who may reset a password. The service desk can change it for you.',
      {
        id: 'refusal.sspr-0011',
        desc: 'No reset policy is defined',
      },
    ),
  ),
  SSPR_0012: refusal(() =>
    msg(
      'Your organisation’s licence does not cover a reset of this password. The service desk can change it for you.',
      {
        id: 'refusal.sspr-0012',
        desc: 'The licence is missing',
      },
    ),
  ),
  SSPR_0013: refusal(() =>
    msg(
      'Your organisation has not turned on password reset for this account. The service desk can change it for you.',
      {
        id: 'refusal.sspr-0013',
        desc: 'The person is not in the group that may reset',
      },
    ),
  ),
  SSPR_0014: refusal(() =>
    msg(
      'There are too few ways on file to prove it’s you. Sign in once more to add some, or ask the service desk to change the password.',
      { id: 'refusal.sspr-0014', desc: 'Too few methods are registered' },
    ),
  ),
  SSPR_0029: refusal(() =>
    msg(
      'The connection to your organisation’s own servers is not set up properly. The service desk can change it for you.',
      {
        id: 'refusal.sspr-0029',
        desc: 'On-premises configuration error',
      },
    ),
  ),
  SSPR_0030: refusal(() =>
    msg(
      'Your organisation’s own servers cannot be reached right now. Nothing was changed. Try again later, or ask the service desk.',
      { id: 'refusal.sspr-0030', desc: 'The on-premises service is unreachable' },
    ),
  ),
  'account-unknown': refusal(
    () =>
      msg(
        'There is no account with this username. Check the spelling and start again, or ask the service desk.',
        {
          id: 'refusal.account-unknown',
          desc: 'Only told where the organisation wants it told',
        },
      ),
    () =>
      msg('We don’t know this account', {
        id: 'refusal.account-unknown.heading',
        desc: 'Heading: the username does not exist',
      }),
  ),
  'account-disabled': refusal(() =>
    msg('This account is switched off. The service desk can tell you why.', {
      id: 'refusal.account-disabled',
      desc: 'The account is disabled',
    }),
  ),
  guest: refusal(() =>
    msg('You are a guest here. Your own organisation keeps your password, and can reset it.', {
      id: 'refusal.guest',
      desc: 'Guests reset at their home organisation',
    }),
  ),
  'protected-admin': refusal(() =>
    msg(
      'This account is under special protection. Ask another administrator to change the password.',
      {
        id: 'refusal.protected-admin',
        desc: 'Protected on-premises administrators cannot reset here',
      },
    ),
  ),
  'admin-reset-off': refusal(() =>
    msg(
      'Administrators of your organisation cannot reset their own password. Ask another administrator.',
      {
        id: 'refusal.admin-reset-off',
        desc: 'The organisation has switched this off for administrators',
      },
    ),
  ),
  'blocked-until': refusal(
    () =>
      msg('There were too many attempts. Your password has not changed.', {
        id: 'refusal.blocked-until',
        desc: 'Blocked for some hours; the time of the end stands below',
      }),
    () =>
      msg('Resets are paused for now', {
        id: 'refusal.blocked-until.heading',
        desc: 'Heading: blocked for some hours',
      }),
  ),
  'not-proven': refusal(
    () =>
      msg('Without a proof we cannot change the password. Nothing was changed.', {
        id: 'refusal.not-proven',
        desc: 'None of the methods could be used',
      }),
    () =>
      msg('We could not confirm it’s you', {
        id: 'refusal.not-proven.heading',
        desc: 'Heading: none of the methods could be used',
      }),
  ),
  'flow-expired': refusal(
    () =>
      msg(
        'For your safety this has to be finished in a short time. What you had begun has changed nothing. Starting again is quick.',
        {
          id: 'refusal.flow-expired',
          desc: 'The time for a reset, or for a change of a registration, has run out',
        },
      ),
    () =>
      msg('The time for this is over', {
        id: 'refusal.flow-expired.heading',
        desc: 'Heading: the time for a reset, or for a change of a registration, has run out',
      }),
  ),
  'flow-superseded': refusal(
    () =>
      msg('It went on in another tab or window. Go on there, or start again here.', {
        id: 'refusal.flow-superseded',
        desc: 'The same reset was continued elsewhere',
      }),
    () =>
      msg('It went on elsewhere', {
        id: 'refusal.flow-superseded.heading',
        desc: 'Heading: the same reset was continued elsewhere',
      }),
  ),
};

/** The heading and lead of a refusal; for a code that is not known, the backend's own text. */
export function refusalText(code: string, text?: string): { heading: string; lead: string } {
  const known = Object.hasOwn(words, code) ? words[code as KnownRefusalCode] : undefined;
  return {
    heading: (known?.heading ?? notHere)(),
    lead:
      known?.lead() ??
      text ??
      msg('The service desk can change it for you.', {
        id: 'refusal.unknown',
        desc: 'A refusal that the widget does not know',
      }),
  };
}

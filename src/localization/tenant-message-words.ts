import type { Helpdesk, KnownRefusalCode, KnownRegistrationType } from '../contract/index.js';
import { isolate, list, span } from './format.js';
import { directionOf } from './locales.js';
import { msg, str } from './msg.js';
import type { TenantWords } from './tenant-words.js';

const paragraphs = (...texts: readonly string[]): string => texts.join('\n\n');

const reasons: Partial<Record<KnownRefusalCode, () => string>> = {
  'account-disabled': () =>
    msg('The account is disabled.', {
      id: 'tenant.reason.disabled',
      desc: 'Mail: why a reset is not possible',
    }),
  guest: () =>
    msg('Your home organisation keeps your password, so reset it there.', {
      id: 'tenant.reason.guest',
      desc: 'Mail: why a reset is not possible',
    }),
  'admin-reset-off': () =>
    msg('The administrators of this organisation cannot reset their own password.', {
      id: 'tenant.reason.administrator',
      desc: 'Mail: why a reset is not possible',
    }),
  SSPR_0011: () =>
    msg('The organisation has not finished setting up password reset.', {
      id: 'tenant.reason.no-policy',
      desc: 'Mail: why a reset is not possible',
    }),
  SSPR_0012: () =>
    msg('The account has no licence that covers it.', {
      id: 'tenant.reason.licence',
      desc: 'Mail: why a reset is not possible; it: the reset',
    }),
  SSPR_0013: () =>
    msg('Password reset is not open to your account.', {
      id: 'tenant.reason.scope',
      desc: 'Mail: why a reset is not possible',
    }),
  SSPR_0014: () =>
    msg('The account has too few ways set up to prove who you are.', {
      id: 'tenant.reason.too-few',
      desc: 'Mail: why a reset is not possible',
    }),
};

const otherReason = () =>
  msg('The account is not set up for it.', {
    id: 'tenant.reason.other',
    desc: 'Mail: why a reset is not possible; it: the reset',
  });

const registered: Readonly<Record<KnownRegistrationType, () => string>> = {
  app: () =>
    msg('authenticator app', {
      id: 'tenant.type.app',
      desc: 'After a colon: what was added, changed or removed',
    }),
  email: () =>
    msg('email address', {
      id: 'tenant.type.email',
      desc: 'After a colon: what was added, changed or removed',
    }),
  phone: () =>
    msg('phone number', {
      id: 'tenant.type.phone',
      desc: 'After a colon: what was added, changed or removed',
    }),
  'alternate-phone': () =>
    msg('alternate phone number', {
      id: 'tenant.type.alternate-phone',
      desc: 'After a colon: what was added, changed or removed',
    }),
  'office-phone': () =>
    msg('office phone number', {
      id: 'tenant.type.office-phone',
      desc: 'After a colon: what was added, changed or removed',
    }),
  questions: () =>
    msg('security questions', {
      id: 'tenant.type.questions',
      desc: 'After a colon: what was added, changed or removed',
    }),
  passkey: () =>
    msg('passkey', {
      id: 'tenant.type.passkey',
      desc: 'After a colon: what was added, changed or removed',
    }),
  'windows-hello': () => 'Windows Hello',
  'temporary-pass': () =>
    msg('temporary pass', {
      id: 'tenant.type.temporary-pass',
      desc: 'After a colon: what was added, changed or removed',
    }),
  certificate: () =>
    msg('certificate', {
      id: 'tenant.type.certificate',
      desc: 'After a colon: what was added, changed or removed',
    }),
};

const changes = {
  added: (username: string, what: string) =>
    msg(str`For ${username}, this was added just now: ${what}.`, {
      id: 'tenant.changed.added',
      desc: 'Mail: the account, and what was registered for it',
    }),
  changed: (username: string, what: string) =>
    msg(str`For ${username}, this was changed just now: ${what}.`, {
      id: 'tenant.changed.changed',
      desc: 'Mail: the account, and what was registered anew for it',
    }),
  removed: (username: string, what: string) =>
    msg(str`For ${username}, this was removed just now: ${what}.`, {
      id: 'tenant.changed.removed',
      desc: 'Mail: the account, and what is no longer registered for it',
    }),
};

const notYou = () =>
  msg('If this was not you, say so at once.', {
    id: 'tenant.not-you',
    desc: 'Mail about a reset or a block; the mail has a way to say it',
  });

/** The messages of a tenant in the words that are current when they are asked for; `locale` is their language. */
export function messageWords(locale: string): Omit<TenantWords, 'question'> {
  const mixed = directionOf(locale) === 'rtl';
  /** An address, a number, a code. */
  const ltr = (text: string): string => (mixed ? isolate(text) : text);
  /** A name, of whichever script. */
  const name = (text: string): string => (mixed ? isolate(text, 'auto') : text);

  const reach = (helpdesk: Helpdesk | undefined): string => {
    const ways = [helpdesk?.phone, helpdesk?.email, helpdesk?.url]
      .filter((way) => way !== undefined)
      .map(ltr);
    if (ways.length === 0)
      return msg('Your administrator can help.', {
        id: 'tenant.help.administrator',
        desc: 'Mail: no service desk is known',
      });
    const all = list(ways, locale);
    return helpdesk?.name === undefined
      ? msg(str`The service desk can help: ${all}`, {
          id: 'tenant.help.unnamed',
          desc: 'Mail: phone number, address, link',
        })
      : msg(str`${name(helpdesk.name)} can help: ${all}`, {
          id: 'tenant.help.named',
          desc: 'Mail: the name of the service desk; phone number, address, link',
        });
  };
  const quote = (supportCode: string): string =>
    msg(str`Support code: ${ltr(supportCode)}`, {
      id: 'tenant.support-code',
      desc: 'Last line of a mail',
    });

  return {
    code: ({ code, minutes, organisation, supportCode }) => ({
      subject: msg(str`Your ${name(organisation)} verification code`, {
        id: 'tenant.code.subject',
        desc: 'Subject; the organisation, never the code',
      }),
      body: paragraphs(
        msg(str`Your code to prove to ${name(organisation)} who you are: ${ltr(code)}`, {
          id: 'tenant.code.code',
          desc: 'Mail: the organisation and the code',
        }),
        msg(str`It works once, for ${span(minutes, 'minute', locale)}.`, {
          id: 'tenant.code.life',
          desc: 'Mail: it: the code; “5 minutes”',
        }),
        msg(
          'If you did not ask for it, somebody else typed your username. Give the code to nobody.',
          { id: 'tenant.code.warning', desc: 'Mail: it: the code' },
        ),
        quote(supportCode),
      ),
    }),
    passwordReset: ({ username, organisation, helpdesk }) => ({
      subject: msg(str`Your ${name(organisation)} password was reset`, {
        id: 'tenant.reset.subject',
        desc: 'Subject; the organisation',
      }),
      body: paragraphs(
        msg(str`The password of ${ltr(username)} was reset just now.`, {
          id: 'tenant.reset.done',
          desc: 'Mail: the account',
        }),
        notYou(),
        reach(helpdesk),
      ),
    }),
    administratorReset: ({ administrator, organisation, helpdesk }) => ({
      subject: msg(str`${name(organisation)}: an administrator’s password was reset`, {
        id: 'tenant.administrator-reset.subject',
        desc: 'Subject, to the other administrators; the organisation',
      }),
      body: paragraphs(
        msg(str`The administrator ${ltr(administrator)} has reset their own password just now.`, {
          id: 'tenant.administrator-reset.done',
          desc: 'Mail to the other administrators: the account',
        }),
        msg('If they know nothing of it, act at once.', {
          id: 'tenant.administrator-reset.check',
          desc: 'Mail to the other administrators; they: the administrator of the sentence before',
        }),
        reach(helpdesk),
      ),
    }),
    accountUnlocked: ({ username, organisation, helpdesk }) => ({
      subject: msg(str`Your ${name(organisation)} account was unlocked`, {
        id: 'tenant.unlocked.subject',
        desc: 'Subject; the organisation',
      }),
      body: paragraphs(
        msg(
          str`The account ${ltr(username)} was unlocked just now. The password has not changed.`,
          { id: 'tenant.unlocked.done', desc: 'Mail: the account' },
        ),
        msg('If it gets locked again, an old password may still be saved on one of your devices.', {
          id: 'tenant.unlocked.advice',
          desc: 'Mail: it: the account',
        }),
        notYou(),
        reach(helpdesk),
      ),
    }),
    blocked: ({ username, organisation, helpdesk, hours, supportCode }) => ({
      subject: msg(str`${name(organisation)}: password reset is blocked for your account`, {
        id: 'tenant.blocked.subject',
        desc: 'Subject; the organisation',
      }),
      body: paragraphs(
        msg(
          str`There were too many attempts to reset the password of ${ltr(username)}. Resets are blocked for ${span(hours, 'hour', locale)}.`,
          { id: 'tenant.blocked.attempts', desc: 'Mail: the account; “24 hours”' },
        ),
        notYou(),
        reach(helpdesk),
        quote(supportCode),
      ),
    }),
    registrationChanged: ({ username, organisation, helpdesk, change, type }) => ({
      subject: msg(str`Your ${name(organisation)} security info changed`, {
        id: 'tenant.changed.subject',
        desc: 'Subject; the organisation',
      }),
      body: paragraphs(
        changes[change](ltr(username), name(registered[type]())),
        notYou(),
        reach(helpdesk),
      ),
    }),
    notMe: ({ username, organisation }) => ({
      subject: msg(str`${name(organisation)}: somebody reports that it was not them`, {
        id: 'tenant.not-me.subject',
        desc: 'Subject, to administrators; the organisation',
      }),
      body: msg(
        str`${ltr(username)} says that what was done with their account just now was not them. Make sure who is asking before you act.`,
        { id: 'tenant.not-me.report', desc: 'Mail to administrators: the account' },
      ),
    }),
    cannotReset: ({ reason, organisation, helpdesk, home, supportCode }) => ({
      subject: msg(str`About your ${name(organisation)} password`, {
        id: 'tenant.cannot-reset.subject',
        desc: 'Subject; the organisation',
      }),
      body: paragraphs(
        msg(
          str`Somebody, perhaps you, asked to reset your ${name(organisation)} password. That is not possible. ${(reasons[reason] ?? otherReason)()}`,
          {
            id: 'tenant.cannot-reset.why',
            desc: 'Mail: the organisation, and the reason as a sentence',
          },
        ),
        ...(home ? [`${name(home.name)}: ${ltr(home.url)}`] : []),
        reach(helpdesk),
        quote(supportCode),
      ),
    }),
    contact: ({ username, organisation, supportCode }) => ({
      subject: msg(str`${name(organisation)}: help with a password reset`, {
        id: 'tenant.contact.subject',
        desc: 'Subject, to administrators; the organisation',
      }),
      body: paragraphs(
        msg(
          str`${ltr(username)} asks for help with resetting the password. Make sure who is asking before you act.`,
          { id: 'tenant.contact.request', desc: 'Mail to administrators: the account' },
        ),
        quote(supportCode),
      ),
    }),
    text: ({ code, minutes, organisation, domain }) =>
      paragraphs(
        msg(
          str`${ltr(code)} is your ${name(organisation)} verification code. It works once, for ${span(minutes, 'minute', locale)}.`,
          { id: 'tenant.text', desc: 'Text message: the code, the organisation, “5 minutes”' },
        ),
        // The last line is what browsers read (WebOTP: origin-bound one-time codes).
        ...(domain === undefined ? [] : [`@${domain} #${code}`]),
      ),
    call: ({ organisation }) =>
      msg(
        str`This is ${name(organisation)}. If you asked to verify your account, press the hash key. If not, hang up.`,
        { id: 'tenant.call', desc: 'Spoken on the phone: the organisation' },
      ),
    notification: ({ organisation, username }) =>
      msg(
        str`${name(organisation)}: is it you, ${ltr(username)}? Type the number that the other screen shows.`,
        {
          id: 'tenant.notification',
          desc: 'In the authenticator app: the organisation and the account',
        },
      ),
  };
}

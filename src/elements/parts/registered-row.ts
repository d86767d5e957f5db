import { html, nothing, type TemplateResult } from 'lit';
import type { KnownActionName } from '../../contract/codes.js';
import type { Registered } from '../../contract/registration.js';
import { isolate, shortDate, unbroken } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { registrationText } from '../../localization/registration-words.js';
import type { ViewContext } from '../view.js';
import { actButton, isUnderWay } from './act-button.js';
import { icon } from './icon.js';
import { endsTag, registrationRow, tag } from './registration-row.js';

const bin =
  'M10 11v6M14 11v6M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2';
const lock =
  'M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM7 11V7a5 5 0 0 1 10 0v4';

/** The mask, and where it comes from: “am•••••@f••••l.org, added 3 Mar 2026”. */
function line({ source, hint, addedAt }: Registered, about: string, context: ViewContext): string {
  const mask = hint ? isolate(unbroken(hint)) : '';
  const keeper = context.branding?.name;
  if (source === 'directory' && keeper)
    return msg(str`${mask || about}, kept by ${isolate(keeper, 'auto')}`, {
      id: 'register.manage.kept-by',
      desc: '0: a masked address or number; 1: name of the organisation',
    });
  if (addedAt === undefined) return mask || about;
  const date = isolate(shortDate(new Date(addedAt), context.locale), 'auto');
  return mask
    ? msg(str`${mask}, added ${date}`, {
        id: 'register.manage.mask-added',
        desc: '0: a masked address or number; 1: a date',
      })
    : msg(str`Added ${date}`, { id: 'register.manage.added', desc: '0: a date' });
}

/** What may be done with it, called by its name and its line: “Change Email am•••••@f••••l.org”. */
function acts(
  { id, may }: Registered,
  ids: { readonly name: string; readonly about: string },
  context: ViewContext,
  offers: (action: KnownActionName) => boolean,
): TemplateResult {
  const button = (
    action: 'make-default' | 'change' | 'remove',
    verdict: string,
    look: string,
    words: unknown,
  ) => {
    const act = { action, id };
    const className = isUnderWay(act, context) ? 'quiet act by-the-way' : look;
    const called = { id: `${ids.name}-${action}`, about: `${ids.name} ${ids.about}` };
    return verdict === 'yes' && offers(action)
      ? actButton({ act, words, className, called }, context)
      : nothing;
  };
  return html`${button(
    'make-default',
    may.makeDefault,
    'quiet act by-the-way',
    msg('Make default', { id: 'register.make-default', desc: 'Button: it is offered first' }),
  )}${button(
    'change',
    may.change,
    'quiet act',
    msg('Change', {
      id: 'register.change',
      desc: 'Button: registers something anew in place of what it was',
    }),
  )}${button(
    'remove',
    may.remove,
    'bin',
    html`${icon(bin)}<span class="sr">${msg('Delete', {
      id: 'register.remove',
      desc: 'Button with a picture, for screen readers: deletes what is registered',
    })}</span>`,
  )}`;
}

/** Something that is registered, in the list of a person’s security info. */
export function registeredRow(
  one: Registered,
  index: number,
  context: ViewContext,
  offers: (action: KnownActionName) => boolean,
): TemplateResult {
  const { type, isDefault, resets, retiresInMs, may } = one;
  const { name, about } = registrationText(one);
  const ids = { name: context.id(`one-${index}`), about: context.id(`about-${index}`) };
  const readOnly = may.change !== 'yes' && may.remove !== 'yes';
  return registrationRow({
    type,
    name,
    ids,
    about: line(one, about, context),
    tags: html`${
      isDefault
        ? tag(
            msg('Default', { id: 'register.default', desc: 'Tag: it is offered first' }),
            'accent',
          )
        : nothing
    }${
      resets
        ? endsTag(retiresInMs, context)
        : tag(
            msg('Sign-in only', {
              id: 'register.sign-in-only',
              desc: 'Tag: never used for a reset',
            }),
          )
    }${
      readOnly
        ? tag(
            msg('Read only', { id: 'register.read-only', desc: 'Tag: the organisation keeps it' }),
            'plain',
            lock,
          )
        : nothing
    }`,
    end: acts(one, ids, context, offers),
  });
}

import { html, nothing } from 'lit';
import { clockTime, isolate, list } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { SsprSucceededEvent } from '../end-events.js';
import { fact } from '../parts/fact.js';
import { returnButton } from '../parts/return-button.js';
import { check } from '../parts/signs.js';
import { endStyles as styles } from '../styles/end.js';
import type { View } from '../view.js';

const key =
  'M2.59 17.41A2 2 0 0 0 2 18.83V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.17a2 2 0 0 0 1.42-.59l.81-.81a6.5 6.5 0 1 0-4-4zM16.5 7.5h.01';
const bell =
  'M10.27 21a2 2 0 0 0 3.46 0M3.26 15.33A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.67C19.41 13.96 18 12.5 18 8A6 6 0 0 0 6 8c0 4.5-1.41 5.96-2.74 7.33';
const devices =
  'M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8M10 19v-3.96 3.15M7 19h5M18 12h2a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-2a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2z';

/** The end of a reset: what changed, who was told, what to do now. */
export const resetDoneView: View<'done'> = {
  end: ({ outcome }) => new SsprSucceededEvent(outcome),
  sign: () => ({ icon: check, tone: 'ok' }),
  heading: ({ outcome }) =>
    outcome === 'account-unlocked'
      ? msg('Your account is unlocked', {
          id: 'reset.done.heading-unlocked',
          desc: 'Heading at the end',
        })
      : msg('Your password is changed', { id: 'reset.done.heading', desc: 'Heading at the end' }),
  lead: ({ outcome }) =>
    outcome === 'account-unlocked'
      ? msg('Sign in with the password that you have.', {
          id: 'reset.done.lead-unlocked',
          desc: 'Below the heading at the end: the password has not changed',
        })
      : msg('Sign in with the new one from now on.', {
          id: 'reset.done.lead',
          desc: 'Below the heading at the end',
        }),
  body({ username, outcome, unlocked, told, signInUrl }, context) {
    const signIn = msg('Sign in', { id: 'reset.done.sign-in', desc: 'Button at the end' });
    const changed =
      outcome === 'account-unlocked'
        ? msg(
            str`The account ${isolate(username)}, today at ${clockTime(context.at(0), context.locale)}.`,
            { id: 'reset.done.unlocked-text', desc: '0: the username; 1: time of day' },
          )
        : msg(
            str`The password of ${isolate(username)}, today at ${clockTime(context.at(0), context.locale)}.`,
            {
              id: 'reset.done.changed-text',
              desc: '0: the username; 1: time of day',
            },
          );
    const alsoUnlocked =
      unlocked && outcome !== 'account-unlocked'
        ? ` ${msg('The account is unlocked.', { id: 'reset.done.unlocked', desc: 'After “The password of …”' })}`
        : '';
    return html`
      <ul class="facts" role="list">
        ${fact(key, msg('What changed', { id: 'reset.done.changed', desc: 'Title of a short text' }), changed + alsoUnlocked)}
        ${
          told.length
            ? fact(
                bell,
                msg('Who was told', { id: 'reset.done.told', desc: 'Title of a short text' }),
                msg(
                  str`You, at ${list(
                    told.map((one) => isolate(one)),
                    context.locale,
                  )}.`,
                  {
                    id: 'reset.done.told-text',
                    desc: '0: a list of masked addresses',
                  },
                ),
              )
            : nothing
        }
        ${fact(
          devices,
          msg('What to do now', { id: 'reset.done.next', desc: 'Title of a short text' }),
          msg('Update the saved password on your phone, in mail apps and in your browser.', {
            id: 'reset.done.next-text',
            desc: 'What to do after a reset',
          }),
        )}
      </ul>
      ${returnButton(signInUrl, signIn, context)}
    `;
  },
  styles,
};

import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { refusalText } from '../../localization/refusal-words.js';
import { closeButton, restartLabel } from '../parts/end-buttons.js';
import { safeLink } from '../parts/safe-url.js';
import { lifeBuoy } from '../parts/signs.js';
import { endStyles as styles } from '../styles/end.js';
import type { View } from '../view.js';

/** Go on elsewhere: guests are helped at home (rule SCOPE-4). */
export const leaveView: View<'leave'> = {
  sign: () => ({ icon: lifeBuoy, tone: 'plain' }),
  heading: () =>
    msg('Go on at your own organisation', { id: 'reset.leave.heading', desc: 'Heading: a guest' }),
  lead: () => refusalText('guest').lead,
  body: ({ url, name }, context) => html`
    <a class="button" href=${ifDefined(safeLink(url))} rel="noreferrer">${
      name
        ? msg(str`Continue to ${isolate(name, 'auto')}`, {
            id: 'reset.leave.go-to',
            desc: 'Button; 0: name of an organisation',
          })
        : msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' })
    }</a>
    <div class="ways">
      <button type="button" class="quiet" @click=${context.restart}>${restartLabel()}</button>
      ${closeButton(context)}
    </div>
  `,
  styles,
};

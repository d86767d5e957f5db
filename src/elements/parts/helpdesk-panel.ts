import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { fact } from './fact.js';
import { mailLink } from './helpdesk-link.js';
import { icon } from './icon.js';

const phone =
  'M13.83 16.57a1 1 0 0 0 1.22-.3l.35-.47A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.47.35a1 1 0 0 0-.29 1.23 14 14 0 0 0 6.39 6.39';
const mail =
  'M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM22 7l-8.99 5.73a2 2 0 0 1-2.01 0L2 7';

/** Where a person finds help: the organisation's phone and address (rule TENANT-3). */
export function helpdeskPanel({ branding }: ViewContext): TemplateResult | typeof nothing {
  const desk = branding?.helpdesk;
  if (!desk?.phone && !desk?.email) return nothing;
  return html`<ul class="facts panel" role="list">
    ${
      desk.phone
        ? fact(
            phone,
            desk.name ??
              msg('Service desk', { id: 'common.service-desk', desc: 'Where to find help' }),
            desk.hours
              ? msg(str`${isolate(desk.phone)}, ${isolate(desk.hours, 'auto')}`, {
                  id: 'reset.refused.phone-hours',
                  desc: '0: a phone number; 1: when it is answered',
                })
              : isolate(desk.phone),
          )
        : nothing
    }
    ${
      desk.email
        ? html`<li>${icon(mail)}<a dir="ltr" href=${mailLink(desk.email)}>${desk.email}</a></li>`
        : nothing
    }
  </ul>`;
}

import { nothing, type TemplateResult } from 'lit';
import { isolate, shortDate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { tag } from './registration-row.js';

const timer = 'M12 6v6l4 2M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0z';

/** Until when it can be used (rule METHOD-4); `ms`: until it ends. */
export const endsTag = (
  ms: number | undefined,
  context: ViewContext,
): TemplateResult | typeof nothing =>
  ms === undefined
    ? nothing
    : tag(
        msg(str`Ends ${isolate(shortDate(context.at(ms), context.locale), 'auto')}`, {
          id: 'picker.ends',
          desc: 'Tag beside a method that nobody can use from then on; 0: a date',
        }),
        'warn',
        timer,
      );

/** What the organisation says of it. */
export const adviceTag = (
  advice: 'recommended' | 'not-recommended' | undefined,
): TemplateResult | typeof nothing =>
  advice === 'recommended'
    ? tag(msg('Recommended', { id: 'picker.recommended', desc: 'Tag beside a method' }), 'accent')
    : advice === 'not-recommended'
      ? tag(msg('Not recommended', { id: 'picker.not-recommended', desc: 'Tag beside a method' }))
      : nothing;

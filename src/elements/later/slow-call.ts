import type { FlowEnvironment } from '../../flow/environment.js';
import { msg } from '../../localization/msg.js';
import type { Shown } from '../controllers/flow-controller.js';

/** Milliseconds after which a wait is worth a word (WCAG 4.1.3). */
const patience = 1_000;

/** Says what is being waited for, where it takes long; returns what takes the wish back. */
export const sayIfSlow = (
  { after }: FlowEnvironment,
  { step, discovery, puzzle }: Shown,
  say: (words: () => string) => void,
): (() => void) =>
  after(patience, () =>
    say(() =>
      step.kind === 'identify' && !puzzle && discovery && 'work' in discovery.captcha
        ? msg('Checking that this is not a robot. This can take a few seconds.', {
            id: 'captcha.working',
            desc: 'Said to screen readers while the browser works in place of a puzzle',
          })
        : msg('One moment', {
            id: 'common.one-moment',
            desc: 'While the next step loads, and on a button that is busy',
          }),
    ),
  );

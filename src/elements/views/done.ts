import { css } from 'lit';
import type { Steps } from '../../contract/step.js';
import type { View } from '../view.js';
import { registrationDoneView } from './registration-done.js';
import { resetDoneView } from './reset-done.js';

const viewOf = ({ outcome }: Steps['done']): View<'done'> =>
  outcome === 'password-reset' || outcome === 'account-unlocked'
    ? resetDoneView
    : registrationDoneView;

/** The end of either flow, by its outcome. */
export const doneView: View<'done'> = {
  end: (step) => viewOf(step).end?.(step),
  sign: (step) => viewOf(step).sign?.(step) ?? { icon: '', tone: 'plain' },
  heading: (step, context) => viewOf(step).heading(step, context),
  lead: (step, context) => viewOf(step).lead?.(step, context) ?? '',
  body: (step, context) => viewOf(step).body(step, context),
  styles: css`
    ${resetDoneView.styles ?? css``}
    ${registrationDoneView.styles ?? css``}
  `,
};

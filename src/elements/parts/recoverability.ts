import { html, type TemplateResult } from 'lit';
import type { Registered } from '../../contract/registration.js';
import {
  cannotReset,
  eachLocksOut,
  locksOut,
  type RecoverabilityText,
  stillResets,
} from '../../localization/recoverability-words.js';
import type { ViewContext } from '../view.js';
import { icon } from './icon.js';
import { shieldAlert, shieldCheck } from './shared-icons.js';

/**
 * Whether a reset is possible with what is registered: it is where it would be without one of them, or
 * where as many kinds count as proofs are asked for (rules GATE-1, GATE-4).
 */
export const couldReset = (registered: readonly Registered[], required: number): boolean =>
  registered.some(({ ifLost }) => ifLost.resets) ||
  new Set(registered.filter(({ resets }) => resets).map(({ type }) => type)).size >= required;

function textOf(
  registered: readonly Registered[],
  resetsNow: boolean,
  locale: string,
): RecoverabilityText {
  const usable = registered.filter(({ resets }) => resets);
  const types = usable.map(({ type }) => type);
  if (!resetsNow) return cannotReset(types, locale);
  const needed = usable.filter(({ ifLost }) => !ifLost.resets);
  const [one] = needed;
  if (one)
    return needed.length > 1
      ? eachLocksOut(
          needed.map(({ type }) => type),
          locale,
        )
      : locksOut(one.type, one.ifLost.left, locale);
  // To lose one of two telephones is no good example: a telephone would be left.
  const examples = usable.filter(({ type, ifLost }) => !ifLost.left.includes(type));
  const example = examples.find(({ isDefault }) => isDefault) ?? examples[0];
  return stillResets(example && { type: example.type, left: example.ifLost.left }, locale);
}

interface Options {
  readonly registered: readonly Registered[];
  /** Whether a reset is possible now. */
  readonly resetsNow: boolean;
  /** What would help, below the words. */
  readonly remedy?: unknown;
}

/** What happens to a person who loses something that is registered. */
export function recoverability(
  { registered, resetsNow, remedy }: Options,
  { locale }: ViewContext,
): TemplateResult {
  const safe = resetsNow && registered.every(({ resets, ifLost }) => !resets || ifLost.resets);
  const { first, rest } = textOf(registered, resetsNow, locale);
  return html`<div class="notice ${safe ? 'ok' : 'warn'}">
    ${icon(safe ? shieldCheck : shieldAlert)}
    <div><p><strong>${first}</strong> ${rest}</p>${remedy}</div>
  </div>`;
}

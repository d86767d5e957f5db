import { css, html, nothing } from 'lit';
import type { Problem } from '../../contract/parts.js';
import type { PasswordRule } from '../../contract/password-rules.js';
import type { Steps } from '../../contract/step.js';
import { checkPassword, explainPassword } from '../../flow/password-advice.js';
import { passwordRulesAttribute } from '../../flow/password-rules-attribute.js';
import { list } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { textOf } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { secretField, secretStyles } from '../parts/secret-field.js';
import { who } from '../parts/who.js';
import type { View, ViewContext } from '../view.js';

const ring = 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0z';
const marks = {
  met: `${ring}M16 9l-5.5 5.5L8 12`,
  unmet: ring,
  refused: `${ring}M15 9l-6 6M9 9l6 6`,
};

const className = {
  upper: () =>
    msg('capital', { id: 'reset.new-password.upper', desc: 'Kind of character, in a list' }),
  lower: () =>
    msg('small letter', { id: 'reset.new-password.lower', desc: 'Kind of character, in a list' }),
  digit: () =>
    msg('digit', { id: 'reset.new-password.digit', desc: 'Kind of character, in a list' }),
  symbol: () =>
    msg('symbol', { id: 'reset.new-password.symbol', desc: 'Kind of character, in a list' }),
};

function ruleText(rule: PasswordRule, locale: string): string {
  switch (rule.kind) {
    case 'length':
      return msg(str`At least ${rule.min} characters`, {
        id: 'reset.new-password.rule-length',
        desc: 'Rule of a password; 0: how many',
      });
    case 'classes':
      return rule.of.length === 4
        ? msg(str`At least ${rule.atLeast} of: capital, small letter, digit, symbol`, {
            id: 'reset.new-password.rule-classes',
            desc: 'Rule of a password; 0: how many of the four',
          })
        : msg(
            str`At least ${rule.atLeast} of: ${list(
              rule.of.map((one) => className[one]()),
              locale,
            )}`,
            {
              id: 'reset.new-password.rule-classes-of',
              desc: 'Rule of a password; 0: how many; 1: a list of kinds of characters',
            },
          );
    case 'characters':
      return msg('Only letters A to Z, digits and the usual symbols', {
        id: 'reset.new-password.rule-characters',
        desc: 'Rule of a password, shown when it is broken',
      });
    case 'not-username':
      return msg('Does not contain your username', {
        id: 'reset.new-password.rule-not-username',
        desc: 'Rule of a password',
      });
    case 'not-common':
      return msg('No common words such as your company’s name', {
        id: 'reset.new-password.rule-not-common',
        desc: 'Rule of a password',
      });
    case 'other':
      return rule.label;
  }
}

const stateText = (state: keyof typeof marks) =>
  state === 'met'
    ? msg('Met:', { id: 'reset.new-password.met', desc: 'Before a rule, for screen readers' })
    : state === 'unmet'
      ? msg('Not yet:', {
          id: 'reset.new-password.unmet',
          desc: 'Before a rule, for screen readers',
        })
      : msg('Refused:', {
          id: 'reset.new-password.refused',
          desc: 'Before a rule, for screen readers',
        });

/** Which problem breaks which rule, where only the backend can tell. */
const refusedBy: Readonly<Record<string, PasswordRule['kind'] | undefined>> = {
  'password-too-common': 'not-common',
  'password-has-name': 'not-common',
};

/** What is known of a rule that only the backend can judge, for what is typed now. */
function judgement(
  { kind }: PasswordRule,
  context: ViewContext,
  live: readonly Problem[] | undefined,
): keyof typeof marks {
  const breaks = ({ code }: Problem) => refusedBy[code] === kind;
  if (live) return live.some(breaks) ? 'refused' : 'met';
  return context.problems.some(breaks) ? 'refused' : 'unmet';
}

function checklist({ rules, username, checks }: Steps['new-password'], context: ViewContext) {
  const typed = context.typed('password');
  // Asked only about what the other rules let pass.
  const worth = checks && typed !== '' && checkPassword(rules, typed, username).length === 0;
  const live = worth ? context.running?.verdictOn(typed) : undefined;
  return html`<ul class="rules" id=${context.id('rules')} role="list">
    ${explainPassword(rules, typed, username).map(({ rule, state }) => {
      // Said only when it matters: nobody plans a password by the characters it may not have.
      if (rule.kind === 'characters' && state !== 'unmet') return nothing;
      const shown =
        state === 'undecided' && rule.kind !== 'other'
          ? judgement(rule, context, typed ? live : undefined)
          : state === 'met'
            ? 'met'
            : 'unmet';
      return html`<li class=${shown}>
        ${icon(marks[shown])}<span><span class="sr">${stateText(shown)} </span>${ruleText(rule, context.locale)}</span>
      </li>`;
    })}
  </ul>`;
}

/**
 * Choose a new password: the rules are there before typing, and tick while typing. While it is not known
 * whether the backend took one, it stays as it is: nobody shall believe in another than was set.
 */
export const newPasswordView: View<'new-password'> = {
  heading: () =>
    msg('Choose a new password', { id: 'reset.new-password.heading', desc: 'Heading' }),
  beside: ({ username }) => who(username),
  body: (step, context) => html`
    <input
      class="sr"
      type="text"
      name="username"
      autocomplete="username"
      .value=${step.username}
      readonly
      tabindex="-1"
      aria-hidden="true"
    />
    ${secretField(context, {
      name: 'password',
      label: msg('New password', { id: 'reset.new-password.password', desc: 'Label of a field' }),
      autocomplete: 'new-password',
      readonly: context.unsettled,
      belowId: context.id('rules'),
      below: checklist(step, context),
      onInput: () => context.redraw(),
    })}
    ${
      step.confirm === false
        ? nothing
        : secretField(context, {
            name: 'confirmation',
            label: msg('Type it again', {
              id: 'reset.new-password.confirmation',
              desc: 'Label of the second password field',
            }),
            autocomplete: 'new-password',
            readonly: context.unsettled,
          })
    }
  `,
  drawn(form, { rules }) {
    // Read by password managers; no property of an input reflects it.
    for (const name of ['password', 'confirmation'])
      form
        .querySelector(`input[name=${name}]`)
        ?.setAttribute('passwordrules', passwordRulesAttribute(rules));
  },
  submit: () => msg('Change password', { id: 'reset.new-password.submit', desc: 'Button' }),
  read(data, { rules, username, confirm = true }, { running }) {
    const password = textOf(data, 'password');
    const confirmation = textOf(data, 'confirmation');
    if (password === '') return { problems: [{ code: 'password-required', field: 'password' }] };
    const broken = checkPassword(rules, password, username);
    const problems = [
      // What has been told while it was typed need not be asked again.
      ...(broken.length ? broken : (running?.verdictOn(password) ?? []))
        .slice(0, 1)
        .map((one): Problem => ({ ...one, field: 'password' })),
      ...(!confirm || (confirmation !== '' && confirmation === password)
        ? []
        : [
            {
              code: confirmation === '' ? 'confirmation-required' : 'confirmation-differs',
              field: 'confirmation',
            } as const,
          ]),
    ];
    if (problems.length) return { problems };
    return { answer: { action: 'set-password', password, ...(confirm && { confirmation }) } };
  },
  styles: css`
    ${secretStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .rules {
        display: grid;
        gap: 8px;
        margin-block-start: 12px;
        font-size: calc(var(--_rem) * 0.8125);
        line-height: 1.385;
      }
      & .rules li {
        display: flex;
        gap: 8px;
        color: var(--_muted);
      }
      /* No block: Firefox would let an Arabic line with a first letter run out of the card. */
      & .rules li > span {
        display: grid;
      }
      & .rules svg {
        margin-block-start: 1px;
        color: var(--_control);
      }
      & .rules .met {
        color: var(--_text);
      }
      & .rules .met svg {
        color: var(--_ok);
      }
      & .rules .refused,
      & .rules .refused svg {
        color: var(--_danger);
      }
    }
  `,
};

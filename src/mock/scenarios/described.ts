import type { DescribedMethod } from '../../tenant/index.js';
import { choose, choosePassword, fillForm } from './moves.js';
import type { Scenario } from './scenario.js';

const right = { badge: '471100', pin: '2026' };

const badge: DescribedMethod = {
  type: 'badge',
  label: { en: 'Staff badge', de: 'Dienstausweis', ar: 'بطاقة الموظف' },
  lead: {
    en: 'Both numbers are on your badge.',
    de: 'Beide Nummern stehen auf Ihrem Ausweis.',
    ar: 'كلا الرقمين موجود على بطاقتك.',
  },
  fields: [
    {
      name: 'badge',
      type: 'numeric',
      label: { en: 'Badge number', de: 'Ausweisnummer', ar: 'رقم البطاقة' },
      hint: { en: 'Six digits on the front', de: 'Sechs Ziffern vorn', ar: 'ستة أرقام في الأمام' },
      maxLength: 6,
    },
    {
      name: 'pin',
      type: 'password',
      label: { en: 'PIN of the badge', de: 'PIN des Ausweises', ar: 'الرقم السري للبطاقة' },
    },
  ],
  verify: (_, { badge, pin }) => badge === right.badge && pin === right.pin,
};
const withBadge = { describedMethods: [badge] };

/** A method that nobody knew but the organisation that described it. */
export const describedScenarios = {
  'described/offered': {
    says: 'A method of the organisation’s own is offered after the known ones.',
    rules: ['METHOD-5'],
    tenant: withBadge,
    moves: [],
    endsAt: 'choose-method',
  },
  'described/asked': {
    says: 'The fields are those that the organisation describes.',
    rules: ['GATE-1'],
    tenant: withBadge,
    moves: [choose('badge')],
    endsAt: 'form',
  },
  'described/missing': {
    says: 'A field was left empty.',
    rules: ['GATE-1'],
    tenant: withBadge,
    moves: [choose('badge'), fillForm({ ...right, pin: '' })],
    endsAt: 'form',
    tells: 'field-required',
  },
  'described/wrong': {
    says: 'What was typed does not match; nobody says which field.',
    rules: ['GATE-1', 'THROTTLE-1'],
    tenant: withBadge,
    moves: [choose('badge'), fillForm({ ...right, pin: '2025' })],
    endsAt: 'form',
    tells: 'values-wrong',
  },
  'described/proven': {
    says: 'Both numbers lead to a new password.',
    rules: ['GATE-1'],
    tenant: withBadge,
    moves: [choose('badge'), fillForm(right), choosePassword('Blue-Teapot-77')],
    endsAt: 'done',
  },
  'described/unknown': {
    says: 'Nobody has this name, and the fields are the same.',
    rules: ['REFUSAL-2'],
    person: 'nobody',
    policy: { voice: 'uniform' },
    tenant: withBadge,
    moves: [choose('badge'), fillForm(right)],
    endsAt: 'form',
    tells: 'values-wrong',
  },
} as const satisfies Readonly<Record<string, Scenario>>;

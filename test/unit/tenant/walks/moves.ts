import type { Answer, Method } from '../../../../src/contract/index.js';
import { maskPhone } from '../../../../src/policy/index.js';
import { type AnyStep, methodOf, type Seat } from './seat.js';

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];

/** What leads on from a step, as somebody answers who has everything. */
export function rightAnswer(seat: Seat, step: AnyStep, n: number): Answer {
  const { world, username } = seat;
  switch (step.kind) {
    case 'choose-goal':
      return { action: 'choose-goal', goal: n % 4 === 0 ? 'unlock-account' : 'reset-password' };
    case 'choose-method':
      return { action: 'choose-method', method: pick(step.methods, n)?.id ?? 'none' };
    case 'confirm-target':
      return { action: 'confirm-target', target: numberOf(seat, step.method) };
    case 'enter-code':
      return { action: 'enter-code', code: codeOf(seat, step) };
    case 'answer-questions': {
      const known = world.answers.get(username);
      const answers = step.questions.map(({ id, text }) => [id, known?.get(text) ?? 'zanswer']);
      return { action: 'answer-questions', answers: Object.fromEntries(answers) };
    }
    case 'wait':
      return { action: 'back' };
    case 'new-password': {
      const password = `Blue-Teapot-${world.next()}-Xy`;
      return { action: 'set-password', password, confirmation: password };
    }
    case 'choose-registration': {
      const may = step.registrable.filter((one) => one.may === 'yes');
      return { action: 'add', type: pick(may, n)?.type ?? 'email' };
    }
    case 'manage':
      return manage(step, n);
    case 'registration-needed':
    case 'confirm-removal':
      return { action: 'confirm' };
    case 'reconfirm': {
      const one = pick(step.registered, n);
      if (one && n % 5 === 0) return { action: 'change', id: one.id };
      if (one && n % 9 === 1) return { action: 'remove', id: one.id };
      return one ? { action: 'confirm', id: one.id } : { action: 'confirm' };
    }
    case 'enrol-app':
      return { action: 'enrol-app', proof: pick(step.proofs, n) ?? 'code' };
    case 'enrol-phone': {
      const number = `+49 1511 2345${600 + (world.next() % 300)}`;
      return { action: 'enrol-phone', number, channel: pick(step.channels, n) ?? 'text' };
    }
    case 'enrol-email':
      return { action: 'enrol-email', address: `new.${world.next()}@mail.example` };
    case 'enrol-questions': {
      const serial = world.next();
      const chosen = step.questions.slice(n % 20, (n % 20) + step.count);
      seat.answered = new Map(chosen.map(({ text }, at) => [text, `zanswer ${serial} of ${at}`]));
      const answers = chosen.map(({ id, text }) => ({
        question: id,
        answer: seat.answered.get(text) ?? '',
      }));
      return { action: 'enrol-questions', answers };
    }
    default:
      return { action: 'contact' };
  }
}

function manage(step: Extract<AnyStep, { kind: 'manage' }>, n: number): Answer {
  const own = step.registered.filter(({ source }) => source === 'registered');
  const one = pick(own, n >> 2);
  if (one && n % 8 === 0) return { action: 'remove', id: one.id };
  if (one && n % 8 === 1) return { action: 'change', id: one.id };
  const rings = pick(
    step.registered.filter(({ may }) => may.makeDefault === 'yes'),
    n >> 2,
  );
  if (rings && n % 8 === 2) return { action: 'make-default', id: rings.id };
  const may = step.registrable.filter((type) => type.may === 'yes');
  return { action: 'add', type: pick(may, n >> 2)?.type ?? 'app' };
}

/** The number behind a mask. */
function numberOf({ world, username }: Seat, { hint }: Method): string {
  const { registered = [] } = world.personOf(username) ?? {};
  const numbers = registered.flatMap(({ type, address = '' }) =>
    type === 'email' || address === '' ? [] : [address],
  );
  return numbers.find((number) => maskPhone(number) === hint) ?? '+49 15112345000';
}

function codeOf(seat: Seat, step: Extract<AnyStep, { kind: 'enter-code' }>): string {
  if (methodOf(step) !== 'app-code') return seat.codes.get(step.method.id)?.code ?? '000001';
  const secret = step.purpose === 'registration' ? seat.appSecret : seat.apps[0];
  return secret ? (seat.world.appCodes(secret)[1]?.code ?? '000001') : '000001';
}

/** An answer of the kind that a step asks for, and not right. */
export function wrongAnswer(seat: Seat, step: AnyStep, n: number): Answer {
  const right = rightAnswer(seat, step, n);
  switch (right.action) {
    case 'enter-code':
      return { ...right, code: right.code.replace(/./g, (digit) => String((+digit + 1) % 10)) };
    case 'confirm-target':
      return { ...right, target: '+49 15112345999' };
    case 'answer-questions':
      return {
        ...right,
        // Now and then only one of them is wrong.
        answers: Object.fromEntries(
          Object.entries(right.answers).map(([id, answer], at) => [
            id,
            at > 0 && n % 2 === 0 ? answer : 'zanswer no',
          ]),
        ),
      };
    case 'set-password':
      return n % 2 === 0
        ? { ...right, password: 'Blue-Teapot\u00e9', confirmation: 'Blue-Teapot\u00e9' }
        : { ...right, confirmation: 'Blue-Teapot' };
    case 'choose-method':
      return { ...right, method: 'another' };
    default:
      return { action: 'enter-code', code: '123456' };
  }
}

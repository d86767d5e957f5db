import type { OperationName } from './http.js';
import { contractVersion } from './version.js';

/** An exchange as an example: what is sent and what comes back. */
export interface Exchange {
  readonly request: object;
  readonly response?: object;
}

const attempt = { actions: [{ name: 'cancel' }], problems: [], notices: [] };

/** One exchange for each operation, told by the OpenAPI file and held against the schemas by a test. */
export const exchanges: { readonly [N in OperationName]: Exchange } = {
  discover: {
    request: { domain: 'fabrikam.example' },
    response: {
      contract: contractVersion,
      captcha: {
        kind: 'proof-of-work',
        work: {
          algorithm: 'SHA-256',
          challenge: '2a5d98fb3f5c5bb4ab9f6c8f2cf4f0c5d0e1a7b8a3d4f59b6e7c8091a2b3c4d5',
          salt: '9f2c61d07be84a35?expires=1795528200',
          maxNumber: 50_000,
          signature: 'e3b1c7d25f8a4096b7d2e1f3a5c6984b0d1e2f3a4b5c6d7e8f90a1b2c3d4e5f6',
        },
        expiresInMs: 300_000,
      },
      branding: { name: 'Fabrikam', helpdesk: { name: 'IT help', phone: '+49 30 901820' } },
    },
  },
  start: {
    request: {
      username: 'alex@fabrikam.example',
      captcha: {
        answer:
          'eyJhbGdvcml0aG0iOiJTSEEtMjU2IiwiY2hhbGxlbmdlIjoiMmE1ZDk4ZmIiLCJudW1iZXIiOjMxNDE1fQ==',
      },
    },
    response: {
      kind: 'choose-method',
      token: 'k3JvX0bqTq2v5l6mYw1d',
      username: 'alex@fabrikam.example',
      methods: [{ id: 'm1', type: 'email', hint: 'al•••••@c••••o.example' }],
      gate: { index: 1, total: 1 },
      progress: { index: 2, total: 3 },
      expiresInMs: 900_000,
      supportCode: 'K7Q2-9FXD',
      ...attempt,
    },
  },
  advance: {
    request: {
      token: 'k3JvX0bqTq2v5l6mYw1d',
      answer: { action: 'choose-method', method: 'm1' },
    },
    response: {
      kind: 'enter-code',
      token: 'p8RzN4sWfH7c0aLtUe2g',
      username: 'alex@fabrikam.example',
      method: { id: 'm1', type: 'email', hint: 'al•••••@c••••o.example' },
      digits: 6,
      codeExpiresInMs: 300_000,
      triesLeft: 3,
      gate: { index: 1, total: 1 },
      progress: { index: 2, total: 3 },
      expiresInMs: 893_000,
      supportCode: 'K7Q2-9FXD',
      ...attempt,
      actions: [
        { name: 'resend', readyInMs: 30_000 },
        { name: 'other-method' },
        { name: 'cancel' },
      ],
      notices: [{ code: 'code-sent' }],
    },
  },
  watch: {
    request: { token: 'p8RzN4sWfH7c0aLtUe2g' },
    response: {
      kind: 'refused',
      code: 'flow-expired',
      rule: 'SESSION-1',
      ...attempt,
      actions: [{ name: 'restart' }],
    },
  },
  cancel: { request: { token: 'p8RzN4sWfH7c0aLtUe2g' } },
  resume: {
    request: { at: 'Zb4mQ1xWv8sKd0uYhE5j' },
    response: {
      kind: 'enter-code',
      token: 'g6HnB3yDqT9w1oCsXi4r',
      username: 'alex@fabrikam.example',
      method: { id: 'm1', type: 'email', hint: 'al•••••@c••••o.example' },
      digits: 6,
      codeExpiresInMs: 214_000,
      triesLeft: 3,
      gate: { index: 1, total: 1 },
      progress: { index: 2, total: 3 },
      expiresInMs: 807_000,
      supportCode: 'K7Q2-9FXD',
      resumable: 'Zb4mQ1xWv8sKd0uYhE5j',
      ...attempt,
      actions: [{ name: 'resend' }, { name: 'other-method' }, { name: 'cancel' }],
    },
  },
  checkPassword: {
    request: { token: 'm2LsV7uRzA5k8pEdQw0h', password: 'Fabrikam-2026' },
    response: {
      problems: [{ code: 'password-has-name', rule: 'BANNED-2', field: 'password' }],
    },
  },
  registerStart: {
    request: { mode: 'manage' },
    response: {
      kind: 'manage',
      token: 'w4TzB9eRkM1uXo6sGy3n',
      username: 'alex@fabrikam.example',
      registered: [
        {
          id: 'r1',
          type: 'email',
          source: 'registered',
          hint: 'al•••••@c••••o.example',
          addedAt: 1_763_546_400_000,
          isDefault: false,
          may: { change: 'yes', remove: 'yes', makeDefault: 'not-a-default' },
          resets: true,
          ifLost: { resets: false, left: ['office-phone'] },
        },
        {
          id: 'r2',
          type: 'office-phone',
          source: 'directory',
          hint: '+49 •••••••20',
          isDefault: true,
          may: {
            change: 'from-directory',
            remove: 'from-directory',
            makeDefault: 'already-default',
          },
          resets: true,
          ifLost: { resets: false, left: ['email'] },
        },
      ],
      registrable: [
        { type: 'app', may: 'yes', limit: 5, advice: 'recommended' },
        { type: 'phone', may: 'yes', limit: 1 },
        { type: 'alternate-phone', may: 'needs-phone-first', limit: 1 },
        { type: 'email', may: 'limit-reached', limit: 1 },
      ],
      required: 2,
      suggestion: 'app',
      expiresInMs: 900_000,
      supportCode: 'T5WX-3HMB',
      ...attempt,
      actions: [{ name: 'sign-out-everywhere' }, { name: 'cancel' }],
    },
  },
  registerAdvance: {
    request: { token: 'w4TzB9eRkM1uXo6sGy3n', answer: { action: 'add', type: 'phone' } },
    response: {
      kind: 'enrol-phone',
      token: 'c7QmD2hVxJ5aPi8fKr0b',
      username: 'alex@fabrikam.example',
      type: 'phone',
      channels: ['text', 'call'],
      country: 'DE',
      retiring: [{ method: 'text', inMs: 5_916_600_000 }],
      expiresInMs: 884_000,
      supportCode: 'T5WX-3HMB',
      ...attempt,
      actions: [{ name: 'use-different' }, { name: 'back' }, { name: 'cancel' }],
    },
  },
  registerWatch: {
    request: { token: 'c7QmD2hVxJ5aPi8fKr0b' },
    response: {
      kind: 'refused',
      code: 'flow-expired',
      rule: 'SESSION-1',
      supportCode: 'T5WX-3HMB',
      ...attempt,
      actions: [{ name: 'restart' }],
    },
  },
  registerCancel: { request: { token: 'c7QmD2hVxJ5aPi8fKr0b' } },
};

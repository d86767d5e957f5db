/**
 * The words of the contract that elements translate and backends send. Each list is what this
 * version knows; every one is open, so a newer backend may say more and must then bring its own text.
 */

/** How a person can prove who they are, most secure first (rule METHOD-5). */
export const methodTypes = [
  'app-notification',
  'app-code',
  'email',
  'text',
  'whatsapp',
  'call',
  'office-call',
  'questions',
] as const;
/** The methods that the widget has screens of its own for. */
export type KnownMethodType = (typeof methodTypes)[number];
/** Any method, a backend's own too: that is drawn from the fields that come with it. */
export type MethodType = KnownMethodType | (string & {});

/** What a person can register, most secure first; the last four are known and never reset (METHOD). */
export const registrationTypes = [
  'app',
  'email',
  'phone',
  'alternate-phone',
  'office-phone',
  'questions',
  'passkey',
  'windows-hello',
  'temporary-pass',
  'certificate',
] as const;
/** What the widget has words for. */
export type KnownRegistrationType = (typeof registrationTypes)[number];
/** Anything that can be registered, a backend's own too. */
export type RegistrationType = KnownRegistrationType | (string & {});

/** What a person can come for where there is a choice (rule WRITEBACK-3). */
export const goals = ['reset-password', 'unlock-account'] as const;
/** What a person came for. */
export type Goal = (typeof goals)[number];

/** Why something cannot be done with what is registered (rules REGISTER-4, PHONE-5, QUESTION-6). */
export const hindranceCodes = [
  'from-directory',
  'never-changed',
  'not-here',
  'not-a-default',
  'already-default',
  'limit-reached',
  'needs-phone-first',
  'not-enabled',
] as const;
/** Reasons that the widget has words for. */
export type KnownHindranceCode = (typeof hindranceCodes)[number];

/** What may be done besides answering a step. */
export const actionNames = [
  'resend',
  'other-method',
  'none-of-these',
  'new-challenge',
  'back',
  'extend',
  'restart',
  'contact',
  'cancel',
  'skip',
  'add',
  'change',
  'remove',
  'make-default',
  'confirm',
  'use-different',
  'sign-out-everywhere',
] as const;
/** Actions that the widget has words for; others bring their own. */
export type KnownActionName = (typeof actionNames)[number];

/** What a person can correct. */
export const problemCodes = [
  'username-required',
  'username-malformed',
  'captcha-required',
  'captcha-failed',
  'method-required',
  'method-unavailable',
  'code-required',
  'code-malformed',
  'code-wrong',
  'code-expired',
  'code-reused',
  'code-used-up',
  'resend-too-early',
  'target-required',
  'target-differs',
  'answer-required',
  'answers-wrong',
  'answer-length',
  'answer-repeated',
  'question-required',
  'question-repeated',
  'question-length',
  'notification-denied',
  'notification-wrong-number',
  'notification-expired',
  'call-not-answered',
  'not-delivered',
  'number-required',
  'number-malformed',
  'address-required',
  'address-malformed',
  'address-own-domain',
  'registration-limit',
  'extended-too-often',
  'password-required',
  'password-too-short',
  'password-too-long',
  'password-too-simple',
  'password-character',
  'password-has-username',
  'password-has-name',
  'password-too-common',
  'password-unchanged',
  'password-too-recent',
  'password-too-soon',
  'confirmation-required',
  'confirmation-differs',
  'field-required',
  'values-wrong',
  'action-unavailable',
] as const;
/** Problems that the widget has words for; others bring their own. */
export type KnownProblemCode = (typeof problemCodes)[number];

/** What a person is told in passing. */
export const noticeCodes = [
  'code-sent',
  'new-code-sent',
  'proof-accepted',
  'administrator-contacted',
  'if-set-up',
  'notification-sent',
  'calling',
  'takes-minutes',
  'update-saved-passwords',
  'extended',
  'registered',
  'changed',
  'removed',
  'default-set',
  'confirmed',
  'signed-out-everywhere',
] as const;
/** Notices that the widget has words for; others bring their own. */
export type KnownNoticeCode = (typeof noticeCodes)[number];

/** Why a flow ended without what the person came for (rule REFUSAL-1). */
export const refusalCodes = [
  'SSPR_0009',
  'SSPR_0010',
  'SSPR_0011',
  'SSPR_0012',
  'SSPR_0013',
  'SSPR_0014',
  'SSPR_0029',
  'SSPR_0030',
  'account-unknown',
  'account-disabled',
  'guest',
  'protected-admin',
  'admin-reset-off',
  'blocked-until',
  'not-proven',
  'flow-expired',
  'flow-superseded',
] as const;
/** Refusals that the widget has words for; others bring their own. */
export type KnownRefusalCode = (typeof refusalCodes)[number];

/** Who helps a person that has lost every method, when a refusal says so. */
export const rungKinds = ['helpdesk', 'administrator-pass', 'identity-check'] as const;
/** Rungs that the widget has words for; others bring their own. */
export type KnownRungKind = (typeof rungKinds)[number];

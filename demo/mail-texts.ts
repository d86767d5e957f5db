import type { Helpdesk, KnownRefusalCode } from '../src/contract/index.js';
import { englishMailTexts, type MailTexts } from '../src/tenant/index.js';
import type { Language } from './choices.js';

type Reasons = Partial<Record<KnownRefusalCode, string>>;

/** Left to right within a line of either direction: addresses, numbers, codes. */
const isolate = (text: string): string => `\u2066${text}\u2069`;

const waysTo = (helpdesk: Helpdesk | undefined): readonly string[] =>
  [helpdesk?.phone, helpdesk?.email, helpdesk?.url].filter((way) => way !== undefined);

const germanReasons: Reasons = {
  'account-disabled': 'Das Konto ist deaktiviert.',
  guest: 'Ihr Kennwort verwaltet Ihre eigene Organisation. Setzen Sie es dort zurück.',
  'admin-reset-off': 'Administratoren können ihr Kennwort hier nicht selbst zurücksetzen.',
  SSPR_0011: 'Die Organisation hat das Zurücksetzen noch nicht fertig eingerichtet.',
  SSPR_0012: 'Das Konto hat keine Lizenz dafür.',
  SSPR_0013: 'Das Zurücksetzen ist für Ihr Konto nicht freigegeben.',
  SSPR_0014: 'Für das Konto ist zu wenig eingerichtet, womit Sie sich ausweisen können.',
};

const germanHelp = (helpdesk: Helpdesk | undefined): string => {
  const ways = waysTo(helpdesk);
  return ways.length > 0
    ? `Hilfe: ${helpdesk?.name ?? 'Servicedesk'}, ${ways.join(', ')}.`
    : 'Ihre Administration hilft Ihnen weiter.';
};

const german: MailTexts = {
  code: ({ code, minutes, organisation, supportCode }) => ({
    subject: `Ihr Bestätigungscode von ${organisation}`,
    body: [
      `Ihr Code zum Zurücksetzen Ihres Kennworts bei ${organisation}: ${code}`,
      `Er gilt einmal, ${minutes} Minuten lang.`,
      'Haben Sie ihn nicht angefordert, hat jemand anders Ihren Benutzernamen eingegeben. Geben Sie den Code niemandem.',
      `Supportcode: ${supportCode}`,
    ].join('\n\n'),
  }),
  passwordReset: ({ username, organisation, helpdesk }) => ({
    subject: `Ihr Kennwort bei ${organisation} wurde zurückgesetzt`,
    body: [
      `Das Kennwort von ${username} wurde gerade zurückgesetzt.`,
      `Waren Sie das nicht, melden Sie sich sofort. ${germanHelp(helpdesk)}`,
    ].join('\n\n'),
  }),
  cannotReset: ({ reason, organisation, helpdesk, home, supportCode }) => ({
    subject: `Zu Ihrem Kennwort bei ${organisation}`,
    body: [
      `Jemand, vielleicht Sie, wollte Ihr Kennwort bei ${organisation} zurücksetzen. Das geht nicht. ${germanReasons[reason] ?? 'Das Konto ist dafür nicht eingerichtet.'}`,
      ...(home ? [`${home.name}: ${home.url}`] : []),
      `${germanHelp(helpdesk)} Supportcode: ${supportCode}`,
    ].join('\n\n'),
  }),
  contact: ({ username, organisation, supportCode }) => ({
    subject: `${organisation}: Hilfe beim Zurücksetzen eines Kennworts`,
    body: [
      `${username} bittet um Hilfe beim Zurücksetzen des Kennworts. Vergewissern Sie sich, wer fragt.`,
      `Supportcode: ${supportCode}`,
    ].join('\n\n'),
  }),
};

const arabicReasons: Reasons = {
  'account-disabled': 'الحساب معطّل.',
  guest: 'كلمة مرورك محفوظة لدى مؤسستك الأصلية، فأعد تعيينها هناك.',
  'admin-reset-off': 'لا يمكن للمسؤولين إعادة تعيين كلمات مرورهم بأنفسهم هنا.',
  SSPR_0011: 'لم تُكمل المؤسسة إعداد إعادة تعيين كلمة المرور بعد.',
  SSPR_0012: 'لا يملك الحساب ترخيصًا يشمل ذلك.',
  SSPR_0013: 'إعادة تعيين كلمة المرور غير متاحة لحسابك.',
  SSPR_0014: 'لم تُعَدّ للحساب طرق كافية لإثبات هويتك.',
};

const arabicHelp = (helpdesk: Helpdesk | undefined): string => {
  const ways = waysTo(helpdesk);
  return ways.length > 0
    ? `للمساعدة: ${isolate(helpdesk?.name ?? 'مكتب الخدمة')}، ${ways.map(isolate).join('، ')}.`
    : 'يمكن للمسؤول في مؤسستك مساعدتك.';
};

const arabic: MailTexts = {
  code: ({ code, minutes, organisation, supportCode }) => ({
    subject: `رمز التحقق من ${isolate(organisation)}`,
    body: [
      `رمز إعادة تعيين كلمة مرورك في ${isolate(organisation)}: ${isolate(code)}`,
      `يُستخدم مرة واحدة. مدة صلاحيته بالدقائق: ${minutes}.`,
      'إذا لم تطلبه، فقد كتب شخص آخر اسم المستخدم الخاص بك. لا تعطِ الرمز لأحد.',
      `رمز الدعم: ${isolate(supportCode)}`,
    ].join('\n\n'),
  }),
  passwordReset: ({ username, organisation, helpdesk }) => ({
    subject: `أُعيد تعيين كلمة مرورك في ${isolate(organisation)}`,
    body: [
      `أُعيد الآن تعيين كلمة مرور ${isolate(username)}.`,
      `إذا لم تكن أنت من فعل ذلك، فأبلغ عنه فورًا. ${arabicHelp(helpdesk)}`,
    ].join('\n\n'),
  }),
  cannotReset: ({ reason, organisation, helpdesk, home, supportCode }) => ({
    subject: `بشأن كلمة مرورك في ${isolate(organisation)}`,
    body: [
      `طلب شخص ما، ربما أنت، إعادة تعيين كلمة مرورك في ${isolate(organisation)}. هذا غير ممكن. ${arabicReasons[reason] ?? 'الحساب غير مُعدّ لذلك.'}`,
      ...(home ? [`${home.name}: ${isolate(home.url)}`] : []),
      `${arabicHelp(helpdesk)} رمز الدعم: ${isolate(supportCode)}`,
    ].join('\n\n'),
  }),
  contact: ({ username, organisation, supportCode }) => ({
    subject: `${isolate(organisation)}: مساعدة في إعادة تعيين كلمة مرور`,
    body: [
      `يطلب ${isolate(username)} المساعدة في إعادة تعيين كلمة المرور. تأكد من هوية السائل قبل أن تتصرف.`,
      `رمز الدعم: ${isolate(supportCode)}`,
    ].join('\n\n'),
  }),
};

/** What the mails say, by language. */
export const mailTexts: Readonly<Record<Language, MailTexts>> = {
  en: englishMailTexts,
  de: german,
  ar: arabic,
};

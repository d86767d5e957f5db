import type { Language } from './choices.js';

const english = {
  'page-title': 'Sign in to Contoso',
  title: 'Sign in',
  lead: 'to continue to Contoso Workplace',
  email: 'Work email',
  password: 'Password',
  submit: 'Sign in',
  'cant-access': 'Can’t access your account?',
  missing: 'Type your work email and your password.',
  wrong: 'This email and password don’t belong together. Check both, or get back in below.',
  disabled: 'This account is switched off. The service desk can help: +1 425 555 0100.',
  locked: 'Too many tries. You can try again in {wait}.',
  'signed-in': 'Signed in as {name}',
  'signed-in-lead': 'You are in. This is where your working day would begin.',
  'sign-out': 'Sign out',
  privacy: 'Privacy',
  terms: 'Terms',
  'panel-title': 'One place for your working day',
  'panel-text': 'Mail, calendar, files and the people you work with.',
  unavailable:
    'This page brings its own server, as a service worker, and this browser does not let it. Open it over https or on localhost, outside a private window.',
};

/** The sign-in page's own words; those of the widget come with it. */
export type WordId = keyof typeof english;

const german: Record<WordId, string> = {
  'page-title': 'Anmelden bei Contoso',
  title: 'Anmelden',
  lead: 'weiter zu Contoso Workplace',
  email: 'Geschäftliche E-Mail-Adresse',
  password: 'Kennwort',
  submit: 'Anmelden',
  'cant-access': 'Kein Zugriff auf Ihr Konto?',
  missing: 'Geben Sie Ihre E-Mail-Adresse und Ihr Kennwort ein.',
  wrong:
    'E-Mail-Adresse und Kennwort gehören nicht zusammen. Prüfen Sie beides, oder stellen Sie den Zugriff unten wieder her.',
  disabled: 'Dieses Konto ist deaktiviert. Der Servicedesk hilft: +1 425 555 0100.',
  locked: 'Zu viele Versuche. Wieder möglich in {wait}.',
  'signed-in': 'Angemeldet als {name}',
  'signed-in-lead': 'Sie sind drin. Hier würde Ihr Arbeitstag beginnen.',
  'sign-out': 'Abmelden',
  privacy: 'Datenschutz',
  terms: 'Bedingungen',
  'panel-title': 'Ein Ort für Ihren Arbeitstag',
  'panel-text': 'E-Mail, Kalender, Dateien und die Menschen, mit denen Sie arbeiten.',
  unavailable:
    'Diese Seite bringt ihren Server als Service Worker selbst mit, und dieser Browser lässt das nicht zu. Öffnen Sie sie über https oder auf localhost, nicht in einem privaten Fenster.',
};

const arabic: Record<WordId, string> = {
  'page-title': 'تسجيل الدخول إلى Contoso',
  title: 'تسجيل الدخول',
  lead: 'للمتابعة إلى Contoso Workplace',
  email: 'بريد العمل الإلكتروني',
  password: 'كلمة المرور',
  submit: 'تسجيل الدخول',
  'cant-access': 'ألا يمكنك الوصول إلى حسابك؟',
  missing: 'اكتب بريد العمل الإلكتروني وكلمة المرور.',
  wrong: 'البريد الإلكتروني وكلمة المرور غير متطابقين. تحقق منهما، أو استعد الوصول أدناه.',
  disabled: 'هذا الحساب معطّل. يمكن لمكتب الخدمة مساعدتك: \u2066+1 425 555 0100\u2069.',
  locked: 'محاولات كثيرة جدًا. يمكنك المحاولة مرة أخرى بعد {wait}.',
  'signed-in': 'تم تسجيل الدخول باسم {name}',
  'signed-in-lead': 'لقد دخلت. من هنا يبدأ يوم عملك.',
  'sign-out': 'تسجيل الخروج',
  privacy: 'الخصوصية',
  terms: 'الشروط',
  'panel-title': 'مكان واحد ليوم عملك',
  'panel-text': 'البريد والتقويم والملفات ومن تعمل معهم.',
  unavailable:
    'تجلب هذه الصفحة خادمها معها كعامل خدمة، وهذا المتصفح لا يسمح بذلك. افتحها عبر https أو على localhost، خارج نافذة خاصة.',
};

export const words: Readonly<Record<Language, Readonly<Record<WordId, string>>>> = {
  en: english,
  de: german,
  ar: arabic,
};

/** Seconds or minutes in words of a language, in Latin digits as everywhere on the page. */
export function inWords(ms: number, language: Language): string {
  const seconds = Math.ceil(ms / 1_000);
  const [amount, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(`${language}-u-nu-latn`, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(amount);
}

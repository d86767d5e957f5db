import { msg } from './msg.js';

/** The predefined security questions by code (rule QUESTION-2): the words of `predefinedQuestions` of the tenant. */
export const questionWords: Readonly<Record<string, (() => string) | undefined>> = {
  'question-01': () =>
    msg('In which town did your parents first meet?', {
      id: 'tenant.question-01',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-02': () =>
    msg('What was the first name of your childhood best friend?', {
      id: 'tenant.question-02',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-03': () =>
    msg('Which street did you live on when you were eight years old?', {
      id: 'tenant.question-03',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-04': () =>
    msg('What was the name of your first pet?', {
      id: 'tenant.question-04',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-05': () =>
    msg('In which town is the first school that you went to?', {
      id: 'tenant.question-05',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-06': () =>
    msg('What was the last name of your favourite teacher?', {
      id: 'tenant.question-06',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-07': () =>
    msg('What was the first dish that you learned to cook?', {
      id: 'tenant.question-07',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-08': () =>
    msg('What was the name of your first stuffed toy?', {
      id: 'tenant.question-08',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-09': () =>
    msg('Which book did you read more than once as a child?', {
      id: 'tenant.question-09',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-10': () =>
    msg('In which town did you earn your first wage?', {
      id: 'tenant.question-10',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-11': () =>
    msg('What was the name of the first company that you worked for?', {
      id: 'tenant.question-11',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-12': () =>
    msg('What was the make of your first car or bicycle?', {
      id: 'tenant.question-12',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-13': () =>
    msg('What was the first film that you saw in a cinema?', {
      id: 'tenant.question-13',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-14': () =>
    msg('What was the first concert that you went to?', {
      id: 'tenant.question-14',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-15': () =>
    msg('What was the name of the doctor that you went to as a child?', {
      id: 'tenant.question-15',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-16': () =>
    msg('What was the name of the stop or station nearest to your first school?', {
      id: 'tenant.question-16',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-17': () =>
    msg('What was the first name of your maternal grandmother?', {
      id: 'tenant.question-17',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-18': () =>
    msg('What was the first name of your paternal grandfather?', {
      id: 'tenant.question-18',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-19': () =>
    msg('Which toy did you wish for as a child and never get?', {
      id: 'tenant.question-19',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-20': () =>
    msg('Which food did you refuse to eat as a child?', {
      id: 'tenant.question-20',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-21': () =>
    msg('What did you want to become when you were ten?', {
      id: 'tenant.question-21',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-22': () =>
    msg('What was your nickname as a child?', {
      id: 'tenant.question-22',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-23': () =>
    msg('What was the name of the place where you learned to swim?', {
      id: 'tenant.question-23',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-24': () =>
    msg('Where did you spend your first holiday without your parents?', {
      id: 'tenant.question-24',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-25': () =>
    msg('What was the first name of your first neighbour?', {
      id: 'tenant.question-25',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-26': () =>
    msg('Which subject at school did you like least?', {
      id: 'tenant.question-26',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-27': () =>
    msg('What was the first instrument that you tried to play?', {
      id: 'tenant.question-27',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-28': () =>
    msg('Which board game or card game did your family play most?', {
      id: 'tenant.question-28',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-29': () =>
    msg('What was the colour of the front door of your first home?', {
      id: 'tenant.question-29',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-30': () =>
    msg('Which town did you travel to on your first flight or long train ride?', {
      id: 'tenant.question-30',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-31': () =>
    msg('What was the first thing that you saved money for?', {
      id: 'tenant.question-31',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-32': () =>
    msg('Who taught you to ride a bicycle?', {
      id: 'tenant.question-32',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-33': () =>
    msg('What was the name of the shop nearest to your first home?', {
      id: 'tenant.question-33',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-34': () =>
    msg('Which song did somebody in your family always sing?', {
      id: 'tenant.question-34',
      desc: 'Security question; the answer is one word or a few',
    }),
  'question-35': () =>
    msg('What was the name of your first coach or trainer?', {
      id: 'tenant.question-35',
      desc: 'Security question; the answer is one word or a few',
    }),
};

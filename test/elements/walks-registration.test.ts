import { whateverHappens } from './walks/whatever-happens.js';

whateverHappens({
  element: 'register',
  share: 0.6,
  sights: [
    ...['manage', 'choose-method', 'enter-code', 'enrol-email', 'enrol-phone', 'enrol-app'],
    ...['enrol-questions', 'confirm-removal', 'failure', 'problem', 'question', 'taken away'],
  ],
});
